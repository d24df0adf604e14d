using System.Globalization;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Schema.Snapshots.Columns;

/// <summary>Tables that were not made here have types that the API does not tell apart, as `smallint` and `integer`: the words
/// of the database do. Only known words and numbers become a type.</summary>
internal static class DeclaredTypes
{
    /// <summary>The type of a column when it is not the one that is made for its kind of field; null when it is.</summary>
    public static string? Unusual(JsonObject column, ColumnDefinition definition, DdlDialect ddl)
    {
        if (column["data_type"] is not JsonValue value || !value.TryGetValue<string>(out var text)) return null;
        if (!ddl.KnownTypes.TryGetValue(text, out var word)) return null;
        // Sizes that are not told leave the choice to us.
        if (!column.ContainsKey("max_length") || !column.ContainsKey("numeric_precision")) return null;
        var known = new ColumnSchema { Name = "", DataType = word, MaxLength = definition.Length };
        if (ColumnTypes.TypeOf(known) != definition.Type) return null;
        var declared = Sized(word, definition, ddl);
        return declared == ddl.TypeOf(definition with { ExistingType = null }) ? null : declared;
    }

    private static string Sized(string word, ColumnDefinition definition, DdlDialect ddl)
    {
        var culture = CultureInfo.InvariantCulture;
        return definition switch
        {
            _ when !ddl.TakesSize(word) => word,
            { Type: ColumnType.Decimal, Precision: { } precision } => string.Create(culture, $"{word}({precision}, {definition.Scale ?? 0})"),
            { Type: ColumnType.Decimal } => word,
            { Length: { } length } => string.Create(culture, $"{word}({length})"),
            _ => word,
        };
    }
}
