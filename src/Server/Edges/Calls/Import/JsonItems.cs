using System.Runtime.CompilerServices;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Import;

/// <summary>The items of a JSON file, which is a list of them.</summary>
internal static class JsonItems
{
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = JsonText.MaxDepth, AllowDuplicateProperties = false };

    public static async IAsyncEnumerable<JsonElement> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, Options, cancellation)
            .GetAsyncEnumerator(cancellation);
        while (await NextAsync(items)) yield return JsonText.Parse(items.Current.GetRawText());
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<JsonElement> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (JsonException error)
        {
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, Reason(error))], error);
        }
    }

    // In the words of Directus' parser: what it looked for.
    private static string Reason(JsonException error)
    {
        var text = error.InnerException?.Message ?? error.Message;
        if (text.Contains("could not be converted", StringComparison.Ordinal)) return "Top-level object should be an array.";
        if (text.Contains("property name", StringComparison.Ordinal)) return "Parser cannot parse input: expected an object key";
        if (text.Contains("start of a value", StringComparison.Ordinal)) return "Parser cannot parse input: expected a value";
        return $"Parser cannot parse input (line {error.LineNumber + 1} byte {error.BytePositionInLine + 1})";
    }
}
