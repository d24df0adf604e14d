using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Reads bodies, most of them JSON.</summary>
internal static class JsonBody
{
    public static ValueTask<JsonElement> ReadAsync(HttpCall call, long limit, CancellationToken cancellation) => ReadAsync(call, limit,
        static (call, body) =>
        {
            CheckType(call.RequestType);
            return Parse(body);
        }, cancellation);

    /// <summary>Reads a whole body of whatever kind; what the callback makes of it, undefined when there is none.</summary>
    public static async ValueTask<JsonElement> ReadAsync(HttpCall call, long limit, Func<HttpCall, ReadOnlySequence<byte>, JsonElement> parse,
        CancellationToken cancellation)
    {
        if (call.Http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return default;
        if (call.Http.Request.ContentLength > limit) throw TooLarge();
        var body = call.RequestBody;
        while (true)
        {
            var result = await body.ReadAsync(cancellation);
            var buffer = result.Buffer;
            if (buffer.Length > limit)
            {
                body.AdvanceTo(buffer.End);
                throw TooLarge();
            }

            if (!result.IsCompleted)
            {
                body.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            try
            {
                return buffer.IsEmpty ? default : parse(call, buffer);
            }
            finally
            {
                body.AdvanceTo(buffer.End);
            }
        }
    }

    /// <summary>A JSON object or array; INVALID_PAYLOAD for all else.</summary>
    public static JsonElement Parse(ReadOnlySequence<byte> buffer)
    {
        if (buffer.IsSingleSegment) return Parse(buffer.FirstSpan);
        var whole = ArrayPool<byte>.Shared.Rent((int)buffer.Length);
        try
        {
            buffer.CopyTo(whole);
            return Parse(whole.AsSpan(0, (int)buffer.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        JsonElement value;
        try
        {
            value = JsonText.Parse(utf8);
        }
        catch (JsonException error)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, Reason(error))], error);
        }

        return value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? value
            : throw DirectusException.InvalidPayload("The body has to be a JSON object or array");
    }

    // The reader's sentence ends with its place, `LineNumber: 0 | BytePositionInLine: 10.`, told here in plain words.
    private static string Reason(JsonException error)
    {
        var sentence = error.Message;
        var place = sentence.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (place < 0) return sentence.TrimEnd('.');
        return $"{sentence[..place].TrimEnd('.')} (line {error.LineNumber + 1} byte {error.BytePositionInLine + 1})";
    }

    // A form or a text is not taken for JSON: other sites' pages can send those with a user's cookies.
    private static void CheckType(string? type)
    {
        if (type is not null && MediaTypeHeaderValue.TryParse(type, out var media) && IsJson(media) && IsUtf8(media.Charset)) return;
        var given = type ?? "";
        throw new DirectusException([new DirectusError(ErrorCodes.UnsupportedMediaType, $"Unsupported media type \"{given}\" in Content-Type header.",
            new Dictionary<string, object?> { ["mediaType"] = given, ["where"] = "Content-Type header" })]);
    }

    private static bool IsJson(MediaTypeHeaderValue media) =>
        media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) ||
        media.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(StringSegment charset) =>
        !charset.HasValue || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    // Directus knows CONTENT_TOO_LARGE but answers this for a body of JSON, and so does the recorded case.
    private static DirectusException TooLarge() => DirectusException.InvalidPayload("request entity too large");
}
