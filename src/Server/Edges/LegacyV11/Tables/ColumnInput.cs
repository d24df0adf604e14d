using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>What is said of a column, in any of the document's spellings → what the API of fields takes.</summary>
internal sealed class ColumnInput(JsonElement given)
{
    public string? Name => Text("column_name") ?? Text("name") ?? Text("id");

    public string? Ui => Text("ui");

    public string? RelationType => Text("relationship_type")?.ToUpperInvariant();

    public string? RelatedTable => Text("related_table");

    public string? Junction => Text("junction_table");

    public string? Left => Text("junction_key_left");

    public string? Right => Text("junction_key_right");

    /// <summary>The type of the field; 422 when none is told.</summary>
    public string Type => Told is { } type
        ? DataTypes.Read(type, Ui)
        : throw LegacyErrors.Refused("The type of the column is missing: give it as [data_type]");

    private string? Told => Text("data_type") ?? Text("type");

    /// <summary>A new field of a type.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="special">The special that it needs for what it is; null for that of its type.</param>
    public JsonElement Create(string type, string? special = null)
    {
        var field = new JsonObject
        {
            ["field"] = Name ?? throw LegacyErrors.Refused("The name of the column is missing: give it as [column_name]"),
            ["type"] = type, ["meta"] = Meta(special ?? DataTypes.Special(type)),
        };
        if (type != "alias") field["schema"] = Schema(type);
        return Json(field);
    }

    /// <summary>A change of a field, whose type and name stay.</summary>
    public JsonElement Update(string type)
    {
        var (change, schema) = (new JsonObject { ["meta"] = Meta(null) }, Schema(type));
        if (schema.Count > 0) change["schema"] = schema;
        return Json(change);
    }

    public static JsonElement Json(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    private JsonObject Schema(string type)
    {
        var schema = new JsonObject();
        if (type == "string" && (Number("length") ?? Number("char_length")) is { } length) schema["max_length"] = length;
        if (Number("precision") is { } precision) schema["numeric_precision"] = precision;
        if (Number("scale") is { } scale) schema["numeric_scale"] = scale;
        if (given.TryGetProperty("default_value", out var usual)) schema["default_value"] = Default(type, usual);
        if (Flag("nullable") is { } nullable) schema["is_nullable"] = nullable;
        return schema;
    }

    private JsonObject Meta(string? special)
    {
        var meta = new JsonObject();
        if (Ui is { Length: > 0 } ui) meta["interface"] = Interfaces.Read(ui);
        if (special is not null) meta["special"] = new JsonArray(special);
        if (given.TryGetProperty("comment", out var comment)) meta["note"] = LegacyParameters.TextOf(comment);
        // Directus 11 knows one way to hide a field.
        if (Flag("hidden_input") is { } hidden) meta["hidden"] = hidden;
        if (Ui == "primary_key") meta["hidden"] = true;
        if (Flag("required") is { } required) meta["required"] = required;
        if (Number("sort") is { } sort) meta["sort"] = sort;
        if (given.TryGetProperty("options", out var options) && Options(options) is { } told) meta["options"] = told;
        return meta;
    }

    // A form may tell them as JSON.
    private static JsonNode? Options(JsonElement options)
    {
        if (options.ValueKind == JsonValueKind.Object) return JsonObject.Create(options);
        if (options.ValueKind != JsonValueKind.String) return null;
        try
        {
            return JsonNode.Parse(options.GetString()!) as JsonObject;
        }
        catch (JsonException)
        {
            throw LegacyErrors.Refused("The options have to be an object");
        }
    }

    private static JsonNode? Default(string type, JsonElement value)
    {
        var text = LegacyParameters.TextOf(value);
        return type switch
        {
            _ when text is null || (text.Length == 0 && type is not ("string" or "text")) => null,
            "boolean" => text is "1" or "true",
            "integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            "float" or "decimal" when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
    }

    private string? Text(string name) =>
        given.TryGetProperty(name, out var value) && LegacyParameters.TextOf(value)?.Trim() is { Length: > 0 } text ? text : null;

    private int? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw LegacyErrors.Refused($"[{name}] has to be a number");
    }

    private bool? Flag(string name) => Text(name) is { } text ? text is not ("0" or "false" or "NO") : null;
}
