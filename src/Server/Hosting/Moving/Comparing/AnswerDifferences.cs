using System.Text.Json;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>Tells in which places two answers differ, and how, but never what stands there. What is told of the model has no order in
/// Directus.</summary>
internal static class AnswerDifferences
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    public static IReadOnlyList<string> Of(ReadCall call, ReadAnswer here, ReadAnswer there)
    {
        using var ours = Json(here);
        using var theirs = Json(there);
        if (here.Status != there.Status) return [$"status: {Outcome(here, ours)} here, {Outcome(there, theirs)} there"];
        if (ours is null || theirs is null)
            return ours is null && theirs is null && here.Body.Span.SequenceEqual(there.Body.Span) ? [] : ["body: differs"];
        var found = new JsonDifferences(inAnyOrder: call.Path.Split('/') is ["", "collections" or "fields" or "relations", ..]);
        var (codes, otherCodes) = (Codes(ours), Codes(theirs));
        if (codes != otherCodes) found.Add("errors", $"{codes} here, {otherCodes} there");
        found.Compare(ours.RootElement, theirs.RootElement);
        return found.Lines;
    }

    private static JsonDocument? Json(ReadAnswer answer)
    {
        try
        {
            return JsonDocument.Parse(answer.Body, Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Outcome(ReadAnswer answer, JsonDocument? json) =>
        json is not null && Codes(json) is { Length: > 0 } codes and not "none" ? $"{answer.Status} {codes}" : $"{answer.Status}";

    // Refusals are the same when their codes are; their words are for people.
    private static string Codes(JsonDocument json)
    {
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("errors", out var errors)
            || errors.ValueKind != JsonValueKind.Array) return "none";
        return string.Join(' ', errors.EnumerateArray().Select(Code));
    }

    private static string Code(JsonElement error) => error.ValueKind == JsonValueKind.Object && error.TryGetProperty("extensions", out var extensions)
        && extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("code", out var code) ? code.ToString() : "?";
}
