using System.Collections.Frozen;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

internal sealed class SqliteDdl : DdlDialect
{
    /// <summary>Milliseconds since 1970, the form in which instants are stored; CURRENT_TIMESTAMP would store text.</summary>
    public const string NowMilliseconds = "(cast(round((julianday('now') - 2440587.5) * 86400000) as integer))";

    /// <summary>Marks a key that was asked to be a bigInteger.</summary>
    public const string BigKey = "constraint \"bigint\" primary key";

    public override FrozenSet<string> KnownTypes { get; } = FrozenSet.Create("varchar", "nvarchar", "char", "nchar", "character varying", "character",
        "text", "clob", "integer", "int", "smallint", "tinyint", "mediumint", "bigint", "real", "float", "double", "double precision", "numeric",
        "decimal", "boolean", "bool", "date", "time", "datetime", "timestamp", "json", "uuid", "blob");

    public override FrozenSet<string> KnownExpressions { get; } = FrozenSet.Create("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME",
        "datetime('now')", "date('now')", "time('now')", "unixepoch()", "strftime('%s', 'now')", "strftime('%s','now')", "julianday('now')",
        "random()",
        "lower(hex(randomblob(16)))", "hex(randomblob(16))");

    public override bool CountsInAnyColumn => false;

    public override bool StoresInstantsAsNumbers => true;

    // A reference may name a table that is not there yet.
    public override IEnumerable<string> CreateTables(IReadOnlyList<TableDefinition> tables) => tables.SelectMany(table =>
        new[] { CreateTable(table) }
            .Concat(table.Columns.SelectMany(column => Indexes(table.Name, column)))
            .Concat(table.Uniques.Select(columns => CreateUnique(table.Name, columns))));

    public override TypeWord WordOf(ColumnType type) => type switch
    {
        ColumnType.String => new("varchar", Length: 255),
        ColumnType.Text => new("text"),
        ColumnType.Integer => new("integer"),
        ColumnType.BigInteger => new("bigint"),
        ColumnType.Float => new("float"),
        ColumnType.Decimal => new("decimal", Precision: 10, Scale: 5),
        ColumnType.Boolean => new("boolean"),
        ColumnType.Date => new("date"),
        ColumnType.Time => new("time"),
        ColumnType.DateTime => new("datetime"),
        ColumnType.Timestamp => new("timestamp"),
        ColumnType.Json => new("json"),
        ColumnType.Uuid => new("char", Length: 36),
        ColumnType.Binary => new("blob"),
        _ => new(ColumnTypes.GeometryWord(type)),
    };

    protected override string NewType(ColumnDefinition column) => column.Type < ColumnType.Geometry
        ? base.NewType(column)
        : throw DirectusException.InvalidPayload("Fields of geometry need PostgreSQL with PostGIS");

    public override bool TakesSize(string type) => true;

    // Its types are little more than names.
    public override string Cast(string expression, string type) => expression;

    public override string ColumnClause(ColumnDefinition column)
    {
        // Only this very type is an alias of the row id, which counts up; a wider key is told by its constraint.
        if (column is { PrimaryKey: true, AutoIncrement: true })
        {
            var constraint = column.Type == ColumnType.BigInteger ? BigKey : "primary key";
            return $"{Quote(column.Name)} integer not null {constraint} autoincrement";
        }

        var sql = $"{Quote(column.Name)} {TypeOf(column)}";
        if (column.Default is { } value) sql += $" {DefaultClause(column.Type, value)}";
        sql += column.Nullable && !column.PrimaryKey ? " null" : " not null";
        if (column.PrimaryKey) sql += " primary key";
        return sql;
    }

    public string ForeignKeyClause(string table, string column, ForeignKeyDefinition key) =>
        $"constraint {Quote(ConstraintName.ForeignKey(table, column))} foreign key ({Quote(column)}) {Reference(key)}";

    public string CreateUnique(string table, params IEnumerable<string> columns) =>
        $"create unique index {Quote(ConstraintName.Unique(table, string.Join('_', columns)))} on {Quote(table)} " +
        $"({string.Join(", ", columns.Select(Quote))})";

    /// <summary>Indexes of a new column.</summary>
    public IEnumerable<string> Indexes(string table, ColumnDefinition column)
    {
        if (column is { Unique: true, PrimaryKey: false }) yield return CreateUnique(table, column.Name);
        if (column is { Indexed: true, Unique: false, PrimaryKey: false }) yield return CreateIndex(table, column.Name);
    }

    protected override string NowExpression(ColumnType type) => type switch
    {
        ColumnType.DateTime or ColumnType.Timestamp => NowMilliseconds,
        ColumnType.Date => "CURRENT_DATE",
        ColumnType.Time => "CURRENT_TIME",
        _ => "CURRENT_TIMESTAMP",
    };

    protected override string UuidExpression =>
        throw DirectusException.InvalidPayload("A default that makes uuids needs PostgreSQL; the special \"uuid\" does not");

    protected override string BooleanLiteral(bool value) => value ? "1" : "0";

    private string CreateTable(TableDefinition table)
    {
        var columns = table.Columns.Select(column => ColumnClause(column with { ForeignKey = null }));
        var keys = table.Columns.Where(column => column.ForeignKey is not null)
            .Select(column => ForeignKeyClause(table.Name, column.Name, column.ForeignKey!));
        return $"create table {Quote(table.Name)} ({string.Join(", ", columns.Concat(keys))})";
    }
}
