using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>`default_value` of a body → default, checked against the type, because DDL would answer nonsense with an error.</summary>
internal static class DefaultParser
{
    private const string Path = "schema.default_value";

    public static ColumnDefault? Parse(JsonElement value, ColumnType type)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return null;
        if (type == ColumnType.Json) return ColumnDefault.Of(Json(value));
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Number => value.GetRawText(),
            _ => throw SchemaRefusals.MustBe(Path, "no object or array"),
        };
        if (text.Contains('\0')) throw SchemaRefusals.MustBe(Path, "free of NUL characters");
        if (type == ColumnType.Uuid && text.Equals("gen_random_uuid()", StringComparison.OrdinalIgnoreCase)) return ColumnDefault.Uuid;
        return IsTemporal(type) && IsNow(text) ? ColumnDefault.Now : ColumnDefault.Of(Typed(text, type));
    }

    /// <summary>Whether it is the counter of a key, as answers tell it.</summary>
    public static bool IsCounter(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith("nextval(", StringComparison.OrdinalIgnoreCase);

    private static object Typed(string text, ColumnType type)
    {
        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            ColumnType.String or ColumnType.Text => text,
            ColumnType.Integer when int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) => (long)number,
            ColumnType.BigInteger when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) => number,
            ColumnType.Float when double.TryParse(text, NumberStyles.Float, culture, out var number) && double.IsFinite(number) => number,
            ColumnType.Decimal when decimal.TryParse(text, NumberStyles.Float, culture, out var number) => number,
            ColumnType.Boolean when text is "true" or "1" => true,
            ColumnType.Boolean when text is "false" or "0" => false,
            ColumnType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out _) => text,
            ColumnType.Time when TimeOnly.TryParse(text, culture, out _) => text,
            ColumnType.DateTime or ColumnType.Timestamp when text is [_, _, _, _, '-', ..]
                && DateTime.TryParse(text, culture, DateTimeStyles.None, out _) => text,
            ColumnType.Uuid when Guid.TryParse(text, out var id) => id.ToString(),
            _ => throw SchemaRefusals.MustBe(Path, $"a value of the field's type, not \"{text}\""),
        };
    }

    // A text that is JSON is taken for that JSON, as forms send it; any other becomes a JSON string.
    private static string Json(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value.GetRawText();
        try
        {
            using var document = JsonDocument.Parse(value.GetString()!);
            return value.GetString()!;
        }
        catch (JsonException)
        {
            return value.GetRawText();
        }
    }

    private static bool IsTemporal(ColumnType type) => type is ColumnType.Date or ColumnType.Time or ColumnType.DateTime or ColumnType.Timestamp;

    private static bool IsNow(string text) => text.Equals("now()", StringComparison.OrdinalIgnoreCase)
        || text.Equals("CURRENT_TIMESTAMP", StringComparison.OrdinalIgnoreCase)
        || text.Equals("CURRENT_DATE", StringComparison.OrdinalIgnoreCase) || text.Equals("CURRENT_TIME", StringComparison.OrdinalIgnoreCase);
}
