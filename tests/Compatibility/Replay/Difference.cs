using System.Text.Json;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>Finds the first place where an answer is not what was recorded.</summary>
internal static partial class Difference
{
    public static string? Find(JsonElement want, JsonElement got, bool unordered, string at = "$")
    {
        if (Wildcard(want) is { } fits) return fits(got) ? null : $"{at}: want {want}, got {Short(got)}";
        return want.ValueKind switch
        {
            JsonValueKind.Object => InObject(want, got, unordered, at),
            JsonValueKind.Array => InArray(want, got, unordered, at),
            JsonValueKind.Number when got.ValueKind == JsonValueKind.Number =>
                SameNumber(want.GetDouble(), got.GetDouble()) ? null : $"{at}: want {want}, got {got}",
            JsonValueKind.String when got.ValueKind == JsonValueKind.String && want.GetString() == got.GetString() => null,
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null when want.ValueKind == got.ValueKind => null,
            _ => $"{at}: want {Short(want)}, got {Short(got)}",
        };
    }

    public static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 160 ? text : text[..160] + "…";
    }

    private static string? InObject(JsonElement want, JsonElement got, bool unordered, string at)
    {
        if (got.ValueKind != JsonValueKind.Object) return $"{at}: want an object, got {Short(got)}";
        foreach (var member in want.EnumerateObject())
            if (!got.TryGetProperty(member.Name, out _)) return $"{at}.{member.Name}: missing (want {Short(member.Value)})";
        foreach (var member in got.EnumerateObject())
            if (!want.TryGetProperty(member.Name, out _)) return $"{at}.{member.Name}: unexpected ({Short(member.Value)})";
        return want.EnumerateObject()
            .Select(member => Find(member.Value, got.GetProperty(member.Name), unordered, $"{at}.{member.Name}"))
            .FirstOrDefault(found => found is not null);
    }

    private static string? InArray(JsonElement want, JsonElement got, bool unordered, string at)
    {
        if (got.ValueKind != JsonValueKind.Array) return $"{at}: want an array, got {Short(got)}";
        if (want.GetArrayLength() != got.GetArrayLength())
            return $"{at}: want {want.GetArrayLength()} elements, got {got.GetArrayLength()}: {Short(got)}";
        if (unordered) return InBag(want, got, at);
        return want.EnumerateArray().Zip(got.EnumerateArray())
            .Select((pair, index) => Find(pair.First, pair.Second, unordered, $"{at}[{index}]"))
            .FirstOrDefault(found => found is not null);
    }

    private static string? InBag(JsonElement want, JsonElement got, string at)
    {
        var rest = got.EnumerateArray().ToList();
        foreach (var (index, item) in want.EnumerateArray().Index())
        {
            var hit = rest.FindIndex(other => Find(item, other, unordered: true) is null);
            if (hit < 0) return $"{at}[{index}]: no element like {Short(item)}";
            rest.RemoveAt(hit);
        }

        return null;
    }

    private static Predicate<JsonElement>? Wildcard(JsonElement want) =>
        want.ValueKind != JsonValueKind.String ? null : want.GetString() switch
        {
            "<any>" => _ => true,
            "<uuid>" => value => IsText(value, Uuid()),
            "<timestamp>" => value => IsText(value, Timestamp()),
            "<jwt>" => value => IsText(value, Jwt()),
            "<string>" => value => value.ValueKind == JsonValueKind.String,
            "<int>" => value => value.ValueKind == JsonValueKind.Number && Integer().IsMatch(value.GetRawText()),
            "<number>" => value => value.ValueKind == JsonValueKind.Number,
            _ => null,
        };

    private static bool IsText(JsonElement value, Regex pattern) =>
        value.ValueKind == JsonValueKind.String && pattern.IsMatch(value.GetString()!);

    private static bool SameNumber(double want, double got) => Math.Abs(want - got) <= 1e-9 * Math.Max(1, Math.Abs(want));

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", RegexOptions.IgnoreCase)]
    private static partial Regex Uuid();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^[\w-]+\.[\w-]+\.[\w-]+$")]
    private static partial Regex Jwt();

    [GeneratedRegex(@"^-?\d+$")]
    private static partial Regex Integer();
}
