using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Auth.Rules;
using Directus.Grpc.Server.Comments;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.History.Versions;
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
    /// <summary>Answers the items of a query, or those of the keys that match it; of a singleton its one item.</summary>
    public Task ListAsync(ItemCall call, IReadOnlyList<JsonElement>? keys, IItemAnswer answer, CancellationToken cancellation)
    {
        if (call.IsSingleton) keys = null;
        if (keys?.Count > limits.Value.MaxValues) throw DirectusException.InvalidQuery($"\"keys\" has more than {limits.Value.MaxValues} values");
        // A file has no place for counts.
        var query = call.Query.Export is null ? call.Query : WithoutCounts(call.Query);
        return ReadAsync(call.Caller, new ItemRead.List(call.Collection, query, keys), answer, cancellation);
    }

    /// <summary>Answers one item; FORBIDDEN when it is absent or not readable.</summary>
    public Task GetAsync(ItemCall call, JsonElement key, IItemAnswer answer, CancellationToken cancellation) =>
        ReadAsync(call.Caller, new ItemRead.One(call.Collection, key, call.Query), answer, cancellation);

    /// <summary>Writes, and answers what was written: as one item, or as a list. Tells the keys.</summary>
    public async Task<IReadOnlyList<object>> WriteAsync(ItemCall call, ItemWrite write, bool one, IItemAnswer answer, CancellationToken cancellation)
    {
        if (write is ItemWrite.Create create) RequireFirst(call.Caller, create);
        if (write.Collection == SystemCollections.Versions) VersionShape.Require(write);
        var keys = await writer.WriteAsync(call.Caller, write, cancellation);
        await WrittenAsync(call, keys, one, answer, cancellation);
        return keys;
    }

    /// <summary>Deletes, of which there is nothing to answer.</summary>
    public Task DeleteAsync(Caller caller, ItemWrite write, CancellationToken cancellation) => writer.WriteAsync(caller, write, cancellation);

    /// <summary>Answers what was written, by this class or another service.</summary>
    public async Task WrittenAsync(ItemCall call, IReadOnlyList<object> keys, bool one, IItemAnswer answer, CancellationToken cancellation)
    {
        if (keys.Count == 0 && one)
        {
            answer.Done();
            return;
        }

        var read = Written(call, keys, one);
        var readable = true;
        await answer.ItemsAsync(read, async sink =>
        {
            if (keys.Count > 0 && await reader.TryReadAsync(call.Caller, read, sink, cancellation) is { } meta) return meta;
            readable = keys.Count == 0;
            sink.Write("[]"u8);
            return default;
        });
        if (!readable) answer.Done();
    }

    // What Directus looks at before all else, which shows in what it answers.
    private static void RequireFirst(Caller caller, ItemWrite.Create create)
    {
        if (create.Collection == SystemCollections.Shares) ShareTargets.RequireCollections(caller, create.Items);
        if (create.Collection == SystemCollections.Comments) CommentShape.RequireNew(create.Items);
        if (create.Collection == SystemCollections.Files) FileRules.RequireTypes(create.Items);
    }

    // As it is now, whatever else the query could show. No counts: they would be of the collection, not of what was written.
    private static ItemRead Written(ItemCall call, IReadOnlyList<object> keys, bool one)
    {
        if (call.Query is { Version: not null } or { At: not null }) call = call with { Query = call.Query with { Version = null, At = null } };
        if (call.IsSingleton) return new ItemRead.List(call.Collection, WithoutCounts(call.Query));
        return one
            ? new ItemRead.One(call.Collection, KeyJson.Of(keys[0]), call.Query)
            : new ItemRead.List(call.Collection, WithoutCounts(call.Query), KeyJson.Of(keys));
    }

    private Task ReadAsync(Caller caller, ItemRead read, IItemAnswer answer, CancellationToken cancellation) =>
        answer.ItemsAsync(read, sink => reader.ReadAsync(caller, read, sink, cancellation));

    private static ItemQuery WithoutCounts(ItemQuery query) =>
        query.TotalCount || query.FilterCount ? query with { TotalCount = false, FilterCount = false } : query;
}
