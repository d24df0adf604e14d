using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>How values of writes compare with operands of rules: as numbers when both are, as moments when both are, and
/// otherwise as texts.</summary>
internal static class RuleOrder
{
    public static bool AreEqual(JsonElement value, JsonElement operand)
    {
        if (value.ValueKind == JsonValueKind.Null || operand.ValueKind == JsonValueKind.Null) return value.ValueKind == operand.ValueKind;
        var text = ValueParser.Text(value);
        return text == ValueParser.Text(operand) || (Number(value) is { } number && number == Number(operand));
    }

    public static int? Compare(JsonElement value, JsonElement operand)
    {
        if (operand.ValueKind == JsonValueKind.Null) return null;
        if (Number(value) is { } x && Number(operand) is { } y) return x.CompareTo(y);
        if (ValueParser.Moment(value) is { } a && ValueParser.Moment(operand) is { } b) return a.CompareTo(b);
        return Math.Sign(string.CompareOrdinal(ValueParser.Text(value), ValueParser.Text(operand)));
    }

    /// <summary>The bound as it is told: a number, a moment or a text.</summary>
    public static JsonElement Bound(JsonElement operand)
    {
        if (operand.ValueKind != JsonValueKind.String)
            return operand.ValueKind == JsonValueKind.Undefined ? JsonSerializer.SerializeToElement<string?>(null) : operand;
        if (Number(operand) is { } number) return JsonSerializer.SerializeToElement(number);
        return operand.GetString()!.Contains('-', StringComparison.Ordinal) && ValueParser.Moment(operand) is { } moment
            ? JsonSerializer.SerializeToElement(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
            : operand;
    }

    /// <summary>A number in both of its spellings, the one of the rule first; null for what is no number.</summary>
    public static JsonElement? NumberAndText(JsonElement operand)
    {
        if (Number(operand) is not { } number) return null;
        object other = operand.ValueKind == JsonValueKind.Number ? ValueParser.Text(operand) : number;
        return JsonSerializer.SerializeToElement(new[] { operand, other });
    }

    /// <summary>The operand with booleans as such.</summary>
    public static JsonElement Plain(JsonElement operand) => operand.ValueKind != JsonValueKind.String ? operand : operand.GetString() switch
    {
        "true" => JsonSerializer.SerializeToElement(true),
        "false" => JsonSerializer.SerializeToElement(false),
        _ => operand,
    };

    /// <summary>The text in which a part is looked for: lists as they are stored in a csv field.</summary>
    public static string Words(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? string.Join(',', value.EnumerateArray().Select(ValueParser.Text)) : ValueParser.Text(value);

    private static decimal? Number(JsonElement value) => value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        && decimal.TryParse(ValueParser.Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
