using System.Buffers;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

// What a write answers. Who may write but not read has done what was asked, and is told nothing more.
internal sealed partial class ItemsGrpcService
{
    private async Task AnswerOneAsync(HttpCall rest, Caller caller, string collection, object key, ItemQuery query, CancellationToken cancellation)
    {
        try
        {
            await GetAsync(rest, caller, collection, KeyJson.Of(key), query, cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            rest.NoContent();
        }
    }

    /// <summary>Answers what was written by another service: one item as such, several as a list.</summary>
    public Task AnswerCreatedAsync(HttpCall rest, Caller caller, string collection, IReadOnlyList<object> keys, ItemQuery query, CancellationToken cancellation) =>
        keys is [var only] ? AnswerOneAsync(rest, caller, collection, only, query, cancellation) : AnswerManyAsync(rest, caller, collection, keys, query, cancellation);

    // Keys are null for a singleton. No counts: they would be of the collection, not of what was written.
    private async Task AnswerManyAsync(HttpCall rest, Caller caller, string collection, IReadOnlyList<object>? keys, ItemQuery query,
        CancellationToken cancellation)
    {
        try
        {
            if (keys is { Count: 0 }) rest.Json(json => json.WriteRawValue("{\"data\":[]}"));
            else await ListAsync(rest, caller, collection, WithoutCounts(query), keys is null ? null : KeyJson.Of(keys), cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            rest.NoContent();
        }
    }

    private Task<ItemsMeta?> TryReadAsync(Caller caller, string collection, ItemQuery query, object key, MemorySink sink,
        CancellationToken cancellation) =>
        reader.TryReadAsync(caller, new ItemRead.One(collection, KeyJson.Of(key), query), sink, cancellation);

    // One item is read as one, which gives its tag.
    private async Task<ItemsMeta?> TryReadCreatedAsync(Caller caller, string collection, ItemQuery query, IReadOnlyList<object> keys,
        MemorySink sink, CancellationToken cancellation)
    {
        if (keys is not [var only] || !query.Aggregates.IsEmpty || !query.GroupBy.IsEmpty)
            return await TryReadAsync(caller, collection, query, keys, sink, cancellation);
        sink.Write("["u8);
        var read = await TryReadAsync(caller, collection, query, only, sink, cancellation);
        sink.Write("]"u8);
        return read;
    }

    private async Task<ItemsMeta?> TryReadAsync(Caller caller, string collection, ItemQuery query, IReadOnlyList<object>? keys, MemorySink sink,
        CancellationToken cancellation)
    {
        if (keys is { Count: 0 }) return null;
        var read = new ItemRead.List(collection, WithoutCounts(query), keys is null ? null : KeyJson.Of(keys));
        return await reader.TryReadAsync(caller, read, sink, cancellation);
    }

    private static ItemQuery WithoutCounts(ItemQuery query) =>
        query.TotalCount || query.FilterCount ? query with { TotalCount = false, FilterCount = false } : query;
}
