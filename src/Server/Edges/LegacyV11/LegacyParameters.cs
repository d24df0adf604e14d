using System.Globalization;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11;

/// <summary>The parameters of a call: an object in the order in which they were given. Of one that is given twice the last counts.</summary>
internal readonly record struct LegacyParameters(JsonElement Given)
{
    /// <summary>The parameter as it was given; undefined when it was not.</summary>
    public JsonElement Element(string name) =>
        Given.ValueKind == JsonValueKind.Object && Given.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The text of a parameter; null when it is not given.</summary>
    public string? Text(string name) => TextOf(Element(name));

    /// <summary>A whole number; null when it is not given, refused when it is none.</summary>
    public int? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw LegacyErrors.Refused($"The parameter [{name}] has to be a number");
    }

    /// <summary>Whether a parameter is given as true.</summary>
    public bool Flag(string name) => Text(name) is { } text && text is not ("" or "0" or "false");

    /// <summary>A list, given as `a,b` or in brackets; null when it is not given.</summary>
    public IReadOnlyList<string>? List(string name) => ListOf(Element(name));

    /// <summary>A value as a list of texts: `a,b` or an array; null when there is none.</summary>
    public static IReadOnlyList<string>? ListOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(element => Split(TextOf(element)))],
        JsonValueKind.Object => [.. value.EnumerateObject().SelectMany(element => Split(TextOf(element.Value)))],
        _ => [.. Split(TextOf(value))],
    };

    /// <summary>A value as a text; null when it is none.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        JsonValueKind.Array when value.GetArrayLength() > 0 => TextOf(value[value.GetArrayLength() - 1]),
        _ => null,
    };

    private static string[] Split(string? text) =>
        text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
