using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>`meta` of a body → values of a system table's columns. Keys that the table does not know are left out, as the
/// API always did; those of the row's identity are the caller's to give.</summary>
internal static class MetaValues
{
    public static List<MetaValue> Parse(string table, JsonElement meta, params ReadOnlySpan<string> identity)
    {
        var values = new List<MetaValue>();
        foreach (var field in SystemSchema.Instance.Tables[table].Fields)
        {
            if (field.IsAlias || identity.Contains(field.Name) || !meta.TryGetProperty(field.Name, out var value)) continue;
            values.Add(new MetaValue(field.Name, Value(table, field, value), SystemTableDefinitions.KindOf(field)));
        }

        return values;
    }

    private static object? Value(string table, SystemField field, JsonElement value)
    {
        var path = $"meta.{field.Name}";
        if (value.ValueKind == JsonValueKind.Null)
        {
            return field.Required ? throw DirectusException.InvalidPayload($"\"{path}\" can't be null") : null;
        }

        return field.Type switch
        {
            "boolean" => Flag(value, path),
            "integer" => Number(value, path),
            "json" => Plain(value.GetRawText(), path),
            "csv" => Fit(table, field, Csv(value, path), path),
            _ => Fit(table, field, Text(value, path), path),
        };
    }

    private static bool Flag(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when value.GetString() is "true" or "1" => true,
        JsonValueKind.String when value.GetString() is "false" or "0" => false,
        JsonValueKind.Number when value.GetRawText() is "0" or "1" => value.GetRawText() == "1",
        _ => throw SchemaRefusals.MustBe(path, "a boolean"),
    };

    private static int Number(JsonElement value, string path)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw SchemaRefusals.MustBe(path, "an integer");
    }

    private static string Csv(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String) return value.GetString()!;
        if (value.ValueKind != JsonValueKind.Array) throw SchemaRefusals.MustBe(path, "a list of strings");
        var entries = value.EnumerateArray().Select(entry => entry.ValueKind == JsonValueKind.String && !entry.GetString()!.Contains(',')
            ? entry.GetString()!
            : throw SchemaRefusals.MustBe(path, "a list of strings without commas"));
        return string.Join(',', entries);
    }

    private static string Text(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        _ => throw SchemaRefusals.MustBe(path, "a string"),
    };

    private static string Fit(string table, SystemField field, string text, string path)
    {
        if (field.MaxLength is { } most && text.EnumerateRunes().Count() > most) throw SchemaRefusals.TooLong(table, field.Name, text);
        return Plain(text, path);
    }

    // PostgreSQL keeps no NUL in a text.
    private static string Plain(string text, string path) =>
        text.Contains('\0') ? throw SchemaRefusals.MustBe(path, "free of NUL characters") : text;
}
