using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Client;

/// <summary>Objects and JSON → protobuf values. Numbers that a double would change travel as strings, the way Directus
/// writes bigInteger and decimal.</summary>
internal static class StructWriter
{
    /// <summary>An object as its fields. New items leave null properties out, so that the fields take their defaults;
    /// JSON and dictionaries say what they mean and keep them.</summary>
    public static Struct Item(object item, JsonSerializerOptions options, bool isNew)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item is JsonNode node) return Object(node);
        if (item is JsonElement json) return Object(json);

        var element = JsonSerializer.SerializeToElement(item, options.GetTypeInfo(item.GetType()));
        var fields = Object(element);
        if (isNew && item is not IDictionary) RemoveNulls(fields);
        return fields;
    }

    public static Struct Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Object(document.RootElement);
    }

    public static Struct Object(JsonNode node) => Object(Element(node));

    /// <summary>An operand of a filter.</summary>
    public static Value Operand(object? operand) => operand switch
    {
        null => Value.ForNull(),
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        Guid id => Value.ForString(id.ToString()),
        DateTimeOffset moment => Value.ForString(moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        DateTime moment => Value.ForString(moment.ToString("O", CultureInfo.InvariantCulture)),
        DateOnly day => Value.ForString(day.ToString("O", CultureInfo.InvariantCulture)),
        TimeOnly hour => Value.ForString(hour.ToString("HH:mm:ss", CultureInfo.InvariantCulture)),
        double number => Value.ForNumber(number),
        float number => Value.ForNumber(number),
        decimal or long or ulong or int or uint or short or ushort or byte or sbyte =>
            Number(Convert.ToDecimal(operand, CultureInfo.InvariantCulture)),
        ItemKey key => Value.ForString(key.ToString()),
        JsonElement element => Json(element),
        JsonNode node => Json(Element(node)),
        IEnumerable list => Value.ForList([.. list.Cast<object?>().Select(Operand)]),
        _ => throw new ArgumentException($"A filter cannot hold a {operand.GetType().Name}.", nameof(operand)),
    };

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node, DirectusJson.Node);

    private static Struct Object(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new ArgumentException($"A JSON object is needed, not {element.ValueKind}.", nameof(element));

        var fields = new Struct();
        foreach (var property in element.EnumerateObject()) fields.Fields[property.Name] = Json(property.Value);
        return fields;
    }

    private static Value Json(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.ForString(element.GetString()),
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? Number(number) : Value.ForNumber(element.GetDouble()),
        JsonValueKind.True => Value.ForBool(true),
        JsonValueKind.False => Value.ForBool(false),
        JsonValueKind.Object => Value.ForStruct(Object(element)),
        JsonValueKind.Array => Value.ForList([.. element.EnumerateArray().Select(Json)]),
        _ => Value.ForNull(),
    };

    private static Value Number(decimal number)
    {
        // Printed the shortest way, a double stands for one decimal; when it is another one, it has lost digits.
        var printed = ((double)number).ToString("R", CultureInfo.InvariantCulture);
        var exact = decimal.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out var same) && same == number;
        return exact ? Value.ForNumber((double)number) : Value.ForString(number.ToString(CultureInfo.InvariantCulture));
    }

    private static void RemoveNulls(Struct fields)
    {
        var absent = fields.Fields.Where(field => field.Value.KindCase == Value.KindOneofCase.NullValue);
        foreach (var (name, _) in absent.ToList()) fields.Fields.Remove(name);
    }
}
