using System.Collections.Frozen;
using System.Text;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed class PostgresDdl : DdlDialect
{
    public override FrozenSet<string> KnownTypes { get; } = FrozenSet.Create("character varying", "character", "citext", "text", "integer",
        "smallint", "bigint", "real", "double precision", "numeric", "boolean", "date", "time without time zone",
        "timestamp without time zone", "timestamp with time zone", "json", "jsonb", "uuid", "bytea");

    public override FrozenSet<string> KnownExpressions { get; } = FrozenSet.Create("now()", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME",
        "LOCALTIMESTAMP", "LOCALTIME", "clock_timestamp()", "statement_timestamp()", "transaction_timestamp()", "timezone('utc'::text, now())",
        "(now() AT TIME ZONE 'utc'::text)", "('now'::text)::date", "gen_random_uuid()", "uuid_generate_v1()", "uuid_generate_v4()", "CURRENT_USER",
        "SESSION_USER", "CURRENT_ROLE", "USER", "CURRENT_CATALOG", "CURRENT_SCHEMA", "current_database()", "random()", "json_build_object()",
        "json_build_array()", "jsonb_build_object()", "jsonb_build_array()");

    public override bool CountsInAnyColumn => true;

    public override bool StoresInstantsAsNumbers => false;

    // Foreign keys follow when every table is there, as they may point in circles.
    public override IEnumerable<string> CreateTables(IReadOnlyList<TableDefinition> tables) =>
        tables.Select(CreateTable).Concat(tables.SelectMany(Constraints));

    public override TypeWord WordOf(ColumnType type) => type switch
    {
        ColumnType.String => new("character varying", Length: 255),
        ColumnType.Text => new("text"),
        ColumnType.Integer => new("integer", Precision: 32, Scale: 0),
        ColumnType.BigInteger => new("bigint", Precision: 64, Scale: 0),
        ColumnType.Float => new("real", Precision: 24),
        ColumnType.Decimal => new("numeric", Precision: 10, Scale: 5),
        ColumnType.Boolean => new("boolean"),
        ColumnType.Date => new("date"),
        ColumnType.Time => new("time without time zone"),
        ColumnType.DateTime => new("timestamp without time zone"),
        ColumnType.Timestamp => new("timestamp with time zone"),
        ColumnType.Json => new("json"),
        ColumnType.Uuid => new("uuid"),
        ColumnType.Binary => new("bytea"),
        _ => new(ColumnTypes.GeometryWord(type)),
    };

    protected override string NewType(ColumnDefinition column) =>
        column.Type < ColumnType.Geometry ? base.NewType(column) : $"geometry({ColumnTypes.GeometryWord(column.Type)}, 4326)";

    public override bool TakesSize(string type) => type is "character varying" or "character" or "numeric";

    public override string Cast(string expression, string type) => $"({expression})::{type}";

    public override string ColumnClause(ColumnDefinition column)
    {
        var type = column.AutoIncrement ? Counter(column) : TypeOf(column);
        var sql = $"{Quote(column.Name)} {type}";
        if (column.Default is { } value && !column.AutoIncrement) sql += $" {DefaultClause(column.Type, value)}";
        if (column.PrimaryKey) sql += " primary key";
        else if (!column.Nullable) sql += " not null";
        return sql;
    }

    private static string Counter(ColumnDefinition column) =>
        column.ExistingType == "smallint" ? "smallserial" : column.Type == ColumnType.BigInteger ? "bigserial" : "serial";

    public string AddForeignKey(string table, string column, ForeignKeyDefinition key) =>
        $"alter table {Quote(table)} add constraint {Quote(ConstraintName.ForeignKey(table, column))} " +
        $"foreign key ({Quote(column)}) {Reference(key)}";

    public string AddUnique(string table, params IEnumerable<string> columns) =>
        $"alter table {Quote(table)} add constraint {Quote(ConstraintName.Unique(table, string.Join('_', columns)))} " +
        $"unique ({string.Join(", ", columns.Select(Quote))})";

    /// <summary>What a new column needs beside its clause.</summary>
    public IEnumerable<string> Constraints(string table, ColumnDefinition column)
    {
        if (column is { Unique: true, PrimaryKey: false }) yield return AddUnique(table, column.Name);
        if (column is { Indexed: true, Unique: false, PrimaryKey: false }) yield return CreateIndex(table, column.Name);
        if (column.ForeignKey is { } key) yield return AddForeignKey(table, column.Name, key);
        if (column.Comment is { Length: > 0 } comment) yield return CommentOn(table, column.Name, comment);
    }

    protected override string UuidExpression => "gen_random_uuid()";

    protected override string BooleanLiteral(bool value) => value ? "true" : "false";

    private string CommentOn(string table, string column, string comment)
    {
        var sql = new StringBuilder($"comment on column {Quote(table)}.{Quote(column)} is ");
        AppendLiteral(sql, comment);
        return sql.ToString();
    }

    private string CreateTable(TableDefinition table) =>
        $"create table {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(ColumnClause))})";

    private IEnumerable<string> Constraints(TableDefinition table) =>
        table.Columns.SelectMany(column => Constraints(table.Name, column))
            .Concat(table.Uniques.Select(columns => AddUnique(table.Name, columns)));
}
