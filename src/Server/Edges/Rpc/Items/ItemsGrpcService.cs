using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Items of any collection, structured or as JSON.</summary>
internal sealed class ItemsGrpcService(RpcItems items, ItemReader reader, SpoolSpace spools,
    IOptions<QueryLimits> limits) : ItemsService.ItemsServiceBase
{
    private readonly QueryLimits _limits = limits.Value;

    public override async Task<ListItemsResponse> ListItems(ListItemsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, CollectionOf(request.Collection, context), request.Keys, request.Query);
        var reply = new ListItemsResponse { Meta = read.Meta, Etag = read.Etag };
        read.All(request.Encoding, json => reply.Json = json, reply.Items);
        return reply;
    }

    public override async Task<AggregateResponse> Aggregate(AggregateRequest request, ServerCallContext context)
    {
        var query = AggregateMessages.Parse(request, _limits);
        using var sink = new MemorySink();
        await reader.ReadAsync(context.GetCaller(), new ItemRead.List(request.Collection, query), sink, context.CancellationToken);
        var reply = new AggregateResponse();
        if (request.Encoding == Encoding.Json) reply.Json = ByteString.CopyFrom(sink.Written.Span);
        else AggregateMessages.ToGroups(sink.Written.Span, request, query.GroupBy.Length, reply.Groups);
        return reply;
    }

    public override async Task<GetItemResponse> GetItem(GetItemRequest request, ServerCallContext context)
    {
        var read = await items.GetAsync(context, CollectionOf(request.Collection, context), request.Key, request.Query);
        var reply = new GetItemResponse { Etag = read.Etag };
        read.One(request.Encoding, json => reply.Json = json, item => reply.Item = item);
        return reply;
    }

    public override async Task StreamItems(StreamItemsRequest request, IServerStreamWriter<StreamItemsResponse> responseStream,
        ServerCallContext context)
    {
        var query = QueryMessages.Parse(request.Query, _limits) with { TotalCount = false, FilterCount = false };
        await using var sink = new ChunkSink(responseStream, request.Encoding, spools, context.GetHttpContext());
        var all = query.Limit is null ? query with { Limit = -1 } : query;
        await reader.ReadAsync(context.GetCaller(), new ItemRead.List(request.Collection, all), sink, context.CancellationToken);
        await sink.FinishAsync();
    }

    public override async Task<CreateItemsResponse> CreateItems(CreateItemsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, CollectionOf(request.Collection, context),
            () => ChangeMessages.Items(request.Items), request.Query);
        var reply = new CreateItemsResponse { Etag = made.Etag };
        made.All(request.Encoding, json => reply.Json = json, reply.Items);
        return reply;
    }

    public override async Task<UpdateItemResponse> UpdateItem(UpdateItemRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, CollectionOf(request.Collection, context), request.Key,
            () => ChangeMessages.Data(request.Data), request.Query, request.IfMatch);
        var reply = new UpdateItemResponse { Etag = changed.Etag };
        changed.One(request.Encoding, json => reply.Json = json, item => reply.Item = item);
        return reply;
    }

    public override async Task<UpdateItemsResponse> UpdateItems(UpdateItemsRequest request, ServerCallContext context)
    {
        var collection = CollectionOf(request.Collection, context);
        var changed = await items.UpdateAsync(context, collection,
            singleton => ChangeMessages.Update(request, collection, singleton, _limits), request.Query, request.IfMatch);
        var reply = new UpdateItemsResponse { Etag = changed.Etag };
        changed.All(request.Encoding, json => reply.Json = json, reply.Items);
        return reply;
    }

    public override async Task<DeleteItemResponse> DeleteItem(DeleteItemRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, CollectionOf(request.Collection, context), request.Key, request.IfMatch);
        return new DeleteItemResponse();
    }

    public override async Task<DeleteItemsResponse> DeleteItems(DeleteItemsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, CollectionOf(request.Collection, context), request.Keys, request.Where);
        return new DeleteItemsResponse();
    }

    private static string CollectionOf(string given, ServerCallContext context) => CollectionName.Of(given, HttpCall.From(context));
}
