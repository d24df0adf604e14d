using System.Collections.Immutable;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>System collections → tables to make.</summary>
internal static class SystemTableDefinitions
{
    public static IReadOnlyList<TableDefinition> From(SystemSchema schema) => [.. schema.Tables.Values.Select(From)];

    private static TableDefinition From(SystemTable table) => new(table.Name,
        [.. table.Fields.Where(field => !field.IsAlias).Select(From)])
    { Uniques = table.Uniques };

    private static ColumnDefinition From(SystemField field) => new(field.Name, TypeOf(field))
    {
        Length = field.MaxLength,
        Nullable = !field.Required,
        PrimaryKey = field.PrimaryKey,
        AutoIncrement = field.AutoIncrement,
        Unique = field.Unique,
        Indexed = field.Indexed,
        Default = field.Default switch
        {
            null => null,
            "CURRENT_TIMESTAMP" => ColumnDefault.Now,
            var value => ColumnDefault.Of(value),
        },
        ForeignKey = field.References is var (referred, column)
            ? new ForeignKeyDefinition(referred, column, ReferentialActions.Parse(field.OnDelete ?? "NO ACTION"))
            : null,
    };

    public static SqlKind KindOf(SystemField field) => TypeOf(field) switch
    {
        ColumnType.Integer => SqlKind.Integer,
        ColumnType.BigInteger => SqlKind.BigInteger,
        ColumnType.Boolean => SqlKind.Boolean,
        ColumnType.Timestamp => SqlKind.Timestamp,
        ColumnType.Json => SqlKind.Json,
        ColumnType.Uuid => SqlKind.Uuid,
        _ => SqlKind.Text,
    };

    private static ColumnType TypeOf(SystemField field) => field.DbType switch
    {
        "uuid" => ColumnType.Uuid,
        "character varying" => ColumnType.String,
        "text" => ColumnType.Text,
        "integer" => ColumnType.Integer,
        "bigint" => ColumnType.BigInteger,
        "boolean" => ColumnType.Boolean,
        "json" => ColumnType.Json,
        "timestamp with time zone" => ColumnType.Timestamp,
        _ => throw new InvalidOperationException($"The system field {field.Name} has the unknown type {field.DbType}."),
    };
}
