using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>The rows of an export, one at a time and as often as a format needs them.</summary>
internal sealed class ExportRows(JsonSpool spool)
{
    // As deep as a stored JSON value may be, and the relations around it.
    private static readonly JsonSerializerOptions Options = new() { MaxDepth = 1000 };

    /// <summary>Whether it is one item rather than a list of them: a singleton, an item by its key.</summary>
    public bool IsOne => spool.First == (byte)'{';

    public async IAsyncEnumerable<JsonElement> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var json = await spool.RewindAsync(cancellation);
        if (IsOne)
        {
            yield return await JsonSerializer.DeserializeAsync<JsonElement>(json, Options, cancellation);
            yield break;
        }

        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(json, Options, cancellation)) yield return row;
    }
}
