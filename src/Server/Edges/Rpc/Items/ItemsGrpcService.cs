using System.Text.Json;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Items.Spools;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Items over both faces: reads here, writes in the other part.</summary>
internal sealed partial class ItemsGrpcService(ItemReader reader, ItemWriter writer, ItemExports exports, SpoolSpace spools, IOptions<QueryLimits> limits)
    : ItemsService.ItemsServiceBase
{
    private static readonly ListItemsResponse ListedOverRest = new();
    private static readonly GetItemResponse ReadOverRest = new();

    private readonly QueryLimits _limits = limits.Value;

    public override async Task<ListItemsResponse> ListItems(ListItemsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        if (rest is not null)
        {
            await ListAsync(rest, caller, collection, context.CancellationToken);
            return ListedOverRest;
        }

        var query = QueryMessages.Parse(request.Query, _limits);
        var keys = request.Keys.Count > 0 && !IsSingleton(caller, collection) ? KeyJson.Of(request.Keys) : null;
        RequireFew(keys);
        using var sink = new MemorySink();
        var read = await reader.ReadAsync(caller, new ItemRead.List(collection, query, keys), sink, context.CancellationToken);
        var reply = new ListItemsResponse { Meta = ItemReplies.Meta(read.Counts), Etag = read.Tag ?? "" };
        if (request.Encoding == Encoding.Json) reply.Json = ItemReplies.Json(sink);
        else StructJson.ToStructs(sink.Written.Span, reply.Items);
        return reply;
    }

    public override async Task<AggregateResponse> Aggregate(AggregateRequest request, ServerCallContext context)
    {
        var query = AggregateMessages.Parse(request, _limits);
        using var sink = new MemorySink();
        await reader.ReadAsync(context.GetCaller(), new ItemRead.List(request.Collection, query), sink, context.CancellationToken);
        var reply = new AggregateResponse();
        if (request.Encoding == Encoding.Json) reply.Json = ItemReplies.Json(sink);
        else AggregateMessages.ToGroups(sink.Written.Span, request, query.GroupBy.Length, reply.Groups);
        return reply;
    }

    public override async Task<GetItemResponse> GetItem(GetItemRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        var key = JsonText.String(request.Key);
        if (rest is not null)
        {
            await GetAsync(rest, caller, collection, key, rest.Query, context.CancellationToken);
            return ReadOverRest;
        }

        using var sink = new MemorySink();
        var read = new ItemRead.One(collection, key, QueryMessages.Parse(request.Query, _limits));
        var reply = new GetItemResponse { Etag = (await reader.ReadAsync(caller, read, sink, context.CancellationToken)).Tag ?? "" };
        if (request.Encoding == Encoding.Json) reply.Json = ItemReplies.Json(sink);
        else reply.Item = StructJson.ToStruct(sink.Written.Span);
        return reply;
    }

    public override async Task StreamItems(StreamItemsRequest request, IServerStreamWriter<StreamItemsResponse> responseStream, ServerCallContext context)
    {
        var query = WithoutCounts(QueryMessages.Parse(request.Query, _limits));
        await using var sink = new ChunkSink(responseStream, request.Encoding, spools, context.GetHttpContext());
        var all = query.Limit is null ? query with { Limit = -1 } : query;
        await reader.ReadAsync(context.GetCaller(), new ItemRead.List(request.Collection, all), sink, context.CancellationToken);
        await sink.FinishAsync();
    }

    // The query of a SEARCH body stands in place of the query string's.
    private async Task ListAsync(HttpCall rest, Caller caller, string collection, CancellationToken cancellation)
    {
        var search = rest.Http.Request.Method == "SEARCH"
            ? ItemBodies.Search(await rest.ReadBodyAsync(cancellation), _limits)
            : default;
        var keys = search.Keys is not null && !IsSingleton(caller, collection) ? search.Keys : null;
        RequireFew(keys);
        await ListAsync(rest, caller, collection, search.Query ?? rest.Query, keys, cancellation);
    }

    private void RequireFew(IReadOnlyList<JsonElement>? keys)
    {
        if (keys?.Count > _limits.MaxValues) throw DirectusException.InvalidQuery($"\"keys\" has more than {_limits.MaxValues} values");
    }

    private Task ListAsync(HttpCall rest, Caller caller, string collection, ItemQuery query, IReadOnlyList<JsonElement>? keys,
        CancellationToken cancellation) =>
        AnswerAsync(rest, collection, query, cancellation,
            sink => reader.ReadAsync(caller, new ItemRead.List(collection, Exported(query), keys), sink, cancellation));

    private Task GetAsync(HttpCall rest, Caller caller, string collection, JsonElement key, ItemQuery query, CancellationToken cancellation) =>
        AnswerAsync(rest, collection, query, cancellation,
            sink => reader.ReadAsync(caller, new ItemRead.One(collection, key, query), sink, cancellation));

    private Task AnswerAsync(HttpCall rest, string collection, ItemQuery query, CancellationToken cancellation, Func<JsonSink, Task<ItemsMeta>> read)
    {
        if (query.Export is { } export)
            return exports.AnswerAsync(rest, collection, export, read, cancellation);
        return rest.DataAsync(async sink =>
        {
            var (counts, tag) = await read(sink);
            rest.Tag(tag);
            return counts;
        });
    }

    // A file has no place for counts.
    private static ItemQuery Exported(ItemQuery query) => query.Export is null ? query : WithoutCounts(query);

    private static bool IsSingleton(Caller caller, string collection) =>
        caller.Schema.TryGetCollection(collection, out var found) && found.Singleton;
}
