using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Where an answer differs from the expected one. Sums and means may be spelled with other digits of the same number.</summary>
internal static class Answers
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether lists of keys may come in any order: Directus leaves open what comes first of equals.</summary>
    public static bool Loose { get; set; }

    /// <summary>The first difference, or null. Groups may come in any order where asked.</summary>
    public static string? Difference(JsonNode? want, JsonNode? got, bool anyOrder)
    {
        if (!anyOrder || want?["data"] is not JsonArray rows || got?["data"] is not JsonArray others) return Difference(want, got, "");
        var left = others.ToList();
        foreach (var row in rows)
        {
            var at = left.FindIndex(other => Difference(row, other, "") is null);
            if (at < 0) return $"no {row!.ToJsonString(Readable)} in {got.ToJsonString(Readable)}";
            left.RemoveAt(at);
        }

        return left.Count == 0 ? null : $"one too many: {left[0]!.ToJsonString(Readable)}";
    }

    private static string? Difference(JsonNode? want, JsonNode? got, string at) => (want, got) switch
    {
        (_, JsonObject refused) when at.Length == 0 && refused.ContainsKey("errors") => $"refused: {refused.ToJsonString(Readable)}",
        (JsonObject one, JsonObject other) when one.Count == other.Count && one.All(part => other.ContainsKey(part.Key)) =>
            one.Select(part => Difference(part.Value, other[part.Key], $"{at}.{part.Key}")).FirstOrDefault(found => found is not null),
        (JsonArray one, JsonArray other) when Loose && one.All(item => item is JsonValue) && one.Select(Key).Order()
            .SequenceEqual(other.Select(Key).Order()) => null,
        (JsonArray one, JsonArray other) when one.Count == other.Count =>
            one.Zip(other).Select((pair, i) => Difference(pair.First, pair.Second, $"{at}[{i}]")).FirstOrDefault(found => found is not null),
        (JsonArray one, JsonArray other) => $"at {at} want {one.Count} items {Keys(one)} got {other.Count} items {Keys(other)}",
        (JsonValue one, JsonValue other) when IsSum(at) && one.GetValueKind() == other.GetValueKind()
            && Close(one, other, IsReal(at) ? 1e-6 : 1e-9) => null,
        _ => JsonNode.DeepEquals(want, got)
            ? null
            : $"at {at} want {want?.ToJsonString(Readable) ?? "null"} got {got?.ToJsonString(Readable) ?? "null"}",
    };

    private static string Key(JsonNode? item) => item?.ToJsonString() ?? "null";

    private static string Keys(JsonArray items) =>
        string.Join(',', items.Select(item => ((item as JsonObject)?["id"] ?? item)?.ToJsonString(Readable) ?? "null"));

    private static bool IsSum(string at) => at.Contains("].avg", StringComparison.Ordinal) || at.Contains("].sum", StringComparison.Ordinal);

    // PostgreSQL adds numbers of single precision up in that precision.
    private static bool IsReal(string at) => at.EndsWith(".ratio", StringComparison.Ordinal) || at.EndsWith(".weight", StringComparison.Ordinal);

    private static bool Close(JsonValue want, JsonValue got, double apart)
    {
        if (!double.TryParse(want.ToString(), CultureInfo.InvariantCulture, out var one)) return false;
        return double.TryParse(got.ToString(), CultureInfo.InvariantCulture, out var other)
            && Math.Abs(one - other) <= apart * Math.Max(1, Math.Abs(one));
    }
}
