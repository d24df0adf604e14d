using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Auth.Rules;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>What every face does with items. A write answers what its caller may then read of it: who may write but not read has
/// done what was asked, and is told nothing more.</summary>
internal sealed class ItemCalls(ItemReader reader, ItemWriter writer, IOptions<QueryLimits> limits)
{
    /// <summary>Answers the items of a query, or those of the keys that match it.</summary>
    public Task ListAsync(ItemCall call, IReadOnlyList<JsonElement>? keys, IItemAnswer answer, CancellationToken cancellation)
    {
        if (call.IsSingleton) keys = null;
        if (keys?.Count > limits.Value.MaxValues) throw DirectusException.InvalidQuery($"\"keys\" has more than {limits.Value.MaxValues} values");
        // A file has no place for counts.
        return ReadAsync(call.Query.Export is null ? call : WithoutCounts(call), keys, answer, cancellation);
    }

    /// <summary>Answers one item; FORBIDDEN when it is absent or not readable.</summary>
    public Task GetAsync(ItemCall call, JsonElement key, IItemAnswer answer, CancellationToken cancellation)
    {
        var (caller, collection, query) = call;
        return answer.ItemsAsync(collection, query,
            async sink => new ItemsRead(default, await reader.GetAsync(caller, collection, key, query, sink, cancellation)));
    }

    /// <summary>Creates items, and answers one as such where one is meant.</summary>
    public async Task CreateAsync(ItemCall call, IReadOnlyList<JsonElement> items, bool one, IItemAnswer answer, CancellationToken cancellation)
    {
        // Directus looks at the right to share before the right to create shares, which shows in what it answers.
        if (call.Collection == SystemCollections.Shares) ShareTargets.RequireCollections(call.Caller, items);
        await WrittenAsync(call, await writer.CreateAsync(call.Caller, call.Collection, items, cancellation), one, answer, cancellation);
    }

    /// <summary>Updates one item, and says whether it was there.</summary>
    public async Task<bool> UpdateOneAsync(ItemCall call, JsonElement key, JsonElement data, ItemCondition? condition, IItemAnswer answer,
        CancellationToken cancellation)
    {
        var keys = await writer.UpdateOneAsync(call.Caller, call.Collection, key, data, condition, cancellation);
        if (keys.Count == 0) answer.Done();
        else await WrittenAsync(call, keys, one: true, answer, cancellation);
        return keys.Count > 0;
    }

    /// <summary>Updates several items, or the one of a singleton, for which alone there may be a condition.</summary>
    public async Task UpdateAsync(ItemCall call, ItemChange change, ItemCondition? condition, IItemAnswer answer, CancellationToken cancellation)
    {
        if (change.Singleton)
        {
            await writer.UpsertSingletonAsync(call.Caller, call.Collection, change.Data, condition, cancellation);
            await IfReadableAsync(answer, ReadAsync(WithoutCounts(call), null, answer, cancellation));
            return;
        }

        var keys = change switch
        {
            { Items: { } items } => await writer.UpdateEachAsync(call.Caller, call.Collection, items, cancellation),
            { Query: { } query } => await writer.UpdateByQueryAsync(call.Caller, call.Collection, query, change.Data, cancellation),
            _ => await writer.UpdateAsync(call.Caller, call.Collection, change.Keys!, change.Data, cancellation),
        };
        await WrittenAsync(call, keys, one: false, answer, cancellation);
    }

    public Task DeleteOneAsync(Caller caller, string collection, JsonElement key, ItemCondition? condition, CancellationToken cancellation) =>
        writer.DeleteOneAsync(caller, collection, key, condition, cancellation);

    public Task DeleteAsync(Caller caller, string collection, ItemSelection which, CancellationToken cancellation) => which.Query is { } query
        ? writer.DeleteByQueryAsync(caller, collection, query, cancellation)
        : writer.DeleteAsync(caller, collection, which.Keys!, cancellation);

    /// <summary>Answers what was written, by this class or another service: as one item, or as a list.</summary>
    public Task WrittenAsync(ItemCall call, IReadOnlyList<object> keys, bool one, IItemAnswer answer, CancellationToken cancellation)
    {
        if (keys.Count == 0) return answer.ItemsAsync(call.Collection, call.Query, Nothing);
        // No counts: they would be of the collection, not of what was written.
        return IfReadableAsync(answer, one
            ? GetAsync(call, KeyJson.Of(keys[0]), answer, cancellation)
            : ReadAsync(WithoutCounts(call), KeyJson.Of(keys), answer, cancellation));
    }

    private Task ReadAsync(ItemCall call, IReadOnlyList<JsonElement>? keys, IItemAnswer answer, CancellationToken cancellation)
    {
        var (caller, collection, query) = call;
        // Who gives the keys means all of them, however many a page has.
        if (keys is not null && query.Limit is null) query = query with { Limit = -1 };
        return answer.ItemsAsync(collection, query, sink => reader.ListAsync(caller, collection, query, keys, sink, cancellation));
    }

    private static async Task IfReadableAsync(IItemAnswer answer, Task read)
    {
        try
        {
            await read;
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            answer.Done();
        }
    }

    private static Task<ItemsRead> Nothing(JsonSink sink)
    {
        sink.Write("[]"u8);
        return Task.FromResult(default(ItemsRead));
    }

    private static ItemCall WithoutCounts(ItemCall call) => call.Query is { TotalCount: false, FilterCount: false }
        ? call
        : call with { Query = call.Query with { TotalCount = false, FilterCount = false } };
}
