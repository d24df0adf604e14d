using System.Text.Json;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>Compares an answer with what a step expects of it.</summary>
internal static class Expectation
{
    public static string? Problem(Step step, HttpReply reply, Names names)
    {
        var want = step.Json.GetProperty("expect");
        var status = want.GetProperty("status").GetInt32();
        if (status != reply.Status) return $"status: want {status}, got {reply.Status}: {Short(reply.Text, 200)}";
        if (want.TryGetProperty("type", out var type) && !reply.Header("content-type").Contains(type.GetString()!, StringComparison.Ordinal))
            return $"content type: want {type}, got {reply.Header("content-type")}";
        return Headers(want, reply, names) ?? Body(step, want, reply, names);
    }

    private static string? Headers(JsonElement want, HttpReply reply, Names names)
    {
        if (!want.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object) return null;
        foreach (var header in headers.EnumerateObject())
        {
            var pattern = names.Fill(header.Value.GetString()!);
            if (!Regex.IsMatch(reply.Header(header.Name), pattern))
                return $"header {header.Name}: want /{pattern}/, got '{reply.Header(header.Name)}'";
        }

        return null;
    }

    private static string? Body(Step step, JsonElement want, HttpReply reply, Names names)
    {
        if (want.TryGetProperty("body", out var body))
        {
            if (reply.Json() is not { } got) return $"body: not JSON: {Short(reply.Text, 120)}";
            return Difference.Find(Envelope.WithoutProse(names.Fill(body)), Envelope.WithoutProse(got), step.IsUnordered);
        }

        if (want.TryGetProperty("text", out var text) && names.Fill(text.GetString()!).Trim() != reply.Text.Trim())
            return $"text: want {Short(text.GetString()!, 120)}, got {Short(reply.Text, 120)}";
        if (want.TryGetProperty("size", out var size) && size.GetInt32() != reply.Body.Length)
            return $"size: want {size} bytes, got {reply.Body.Length}";
        return null;
    }

    private static string Short(string text, int size) => text.Length <= size ? text : text[..size] + "…";
}
