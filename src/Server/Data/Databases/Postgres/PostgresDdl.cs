using Directus.Grpc.Server.Data.Databases.Ddl;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed class PostgresDdl : DdlDialect
{
    public static PostgresDdl Instance { get; } = new();

    // Foreign keys follow when every table is there, as they may point in circles.
    public override IEnumerable<string> CreateTables(IReadOnlyList<TableDefinition> tables) =>
        tables.Select(CreateTable).Concat(tables.SelectMany(Constraints));

    protected override string NewType(ColumnDefinition column) => column.Type switch
    {
        ColumnType.String => Sized("character varying", column),
        ColumnType.Text => "text",
        ColumnType.Integer => "integer",
        ColumnType.BigInteger => "bigint",
        ColumnType.Float => "real",
        ColumnType.Decimal => Precise("numeric", column),
        ColumnType.Boolean => "boolean",
        ColumnType.Date => "date",
        ColumnType.Time => "time without time zone",
        ColumnType.DateTime => "timestamp without time zone",
        ColumnType.Timestamp => "timestamp with time zone",
        ColumnType.Json => "json",
        ColumnType.Uuid => "uuid",
        ColumnType.Binary => "bytea",
        ColumnType.Geometry => "geometry(Geometry, 4326)",
        ColumnType.GeometryPoint => "geometry(Point, 4326)",
        ColumnType.GeometryLineString => "geometry(LineString, 4326)",
        ColumnType.GeometryPolygon => "geometry(Polygon, 4326)",
        ColumnType.GeometryMultiPoint => "geometry(MultiPoint, 4326)",
        ColumnType.GeometryMultiLineString => "geometry(MultiLineString, 4326)",
        ColumnType.GeometryMultiPolygon => "geometry(MultiPolygon, 4326)",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, null),
    };

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

    private static string CommentOn(string table, string column, string comment)
    {
        var sql = new System.Text.StringBuilder($"comment on column {Quote(table)}.{Quote(column)} is ");
        Instance.AppendLiteral(sql, comment);
        return sql.ToString();
    }

    private string CreateTable(TableDefinition table) =>
        $"create table {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(ColumnClause))})";

    private IEnumerable<string> Constraints(TableDefinition table) =>
        table.Columns.SelectMany(column => Constraints(table.Name, column))
            .Concat(table.Uniques.Select(columns => AddUnique(table.Name, columns)));
}
