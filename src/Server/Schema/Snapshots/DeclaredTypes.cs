using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema.Snapshots;

/// <summary>Tables that were not made here have types that the API does not tell apart, as `smallint` and `integer`: the words
/// of the database do. Only known words and numbers become a type.</summary>
internal static class DeclaredTypes
{
    private static readonly FrozenSet<string> Postgres = FrozenSet.Create("character varying", "character", "citext", "text", "integer", "smallint",
        "bigint", "real", "double precision", "numeric", "boolean", "date", "time without time zone", "timestamp without time zone",
        "timestamp with time zone", "json", "jsonb", "uuid", "bytea");

    private static readonly FrozenSet<string> Sqlite = FrozenSet.Create("varchar", "nvarchar", "char", "nchar", "character varying", "character",
        "text", "clob", "integer", "int", "smallint", "tinyint", "mediumint", "bigint", "real", "float", "double", "double precision", "numeric",
        "decimal", "boolean", "bool", "date", "time", "datetime", "timestamp", "json", "uuid", "blob");

    /// <summary>The type of a column when it is not the one that is made for its kind of field; null when it is.</summary>
    public static string? Unusual(JsonObject column, ColumnDefinition definition, Dialect dialect)
    {
        if (column["data_type"] is not JsonValue value || !value.TryGetValue<string>(out var text)) return null;
        if (!(dialect is PostgresDialect ? Postgres : Sqlite).TryGetValue(text, out var word)) return null;
        // Sizes that are not told leave the choice to us.
        if (!column.ContainsKey("max_length") || !column.ContainsKey("numeric_precision")) return null;
        var known = new ColumnSchema { Name = "", DataType = word, MaxLength = definition.Length };
        if (FieldDraftParser.ColumnTypeOf(ColumnTypes.FieldOf(known)) != definition.Type) return null;
        var declared = Sized(word, definition, dialect);
        return declared == DdlDialect.For(dialect).TypeOf(definition with { ExistingType = null }) ? null : declared;
    }

    private static string Sized(string word, ColumnDefinition definition, Dialect dialect)
    {
        var culture = CultureInfo.InvariantCulture;
        var sized = dialect is not PostgresDialect || word is "character varying" or "character" or "numeric";
        return definition switch
        {
            _ when !sized => word,
            { Type: ColumnType.Decimal, Precision: { } precision } => string.Create(culture, $"{word}({precision}, {definition.Scale ?? 0})"),
            { Type: ColumnType.Decimal } => word,
            { Length: { } length } => string.Create(culture, $"{word}({length})"),
            _ => word,
        };
    }
}
