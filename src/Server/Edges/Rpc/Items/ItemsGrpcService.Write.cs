using System.Text.Json;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

// A write is answered by what the caller may then read of it. Queries are read before anything is written, so that one
// that makes no sense changes nothing.
internal sealed partial class ItemsGrpcService
{
    private static readonly CreateItemsResponse CreatedOverRest = new();
    private static readonly UpdateItemResponse UpdatedOverRest = new();
    private static readonly UpdateItemsResponse UpdatedManyOverRest = new();
    private static readonly DeleteItemResponse DeletedOverRest = new();
    private static readonly DeleteItemsResponse DeletedManyOverRest = new();

    public override async Task<CreateItemsResponse> CreateItems(CreateItemsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        caller.RequireAny(collection, ItemUses.Create);
        if (IsSingleton(caller, collection)) throw IsOne(rest, collection, null);
        ItemConditions.RequireNone(rest);
        if (rest is not null)
        {
            await CreateAsync(rest, caller, collection, context.CancellationToken);
            return CreatedOverRest;
        }

        var query = QueryMessages.Parse(request.Query, _limits);
        var items = new List<JsonElement>(request.Items.Count);
        foreach (var item in request.Items) items.Add(StructJson.ToJson(item));
        var keys = await writer.WriteAsync(caller, new ItemWrite.Create(collection, items), context.CancellationToken);
        using var sink = new MemorySink();
        if (await TryReadCreatedAsync(caller, collection, query, keys, sink, context.CancellationToken) is not { } read) return new CreateItemsResponse();
        var reply = new CreateItemsResponse { Etag = read.Tag ?? "" };
        if (request.Encoding == Encoding.Json) reply.Json = ItemReplies.Json(sink);
        else StructJson.ToStructs(sink.Written.Span, reply.Items);
        return reply;
    }

    public override async Task<UpdateItemResponse> UpdateItem(UpdateItemRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        caller.RequireAny(collection, ItemUses.Update);
        if (IsSingleton(caller, collection)) throw IsOne(rest, collection, request.Key);
        var query = rest?.Query ?? QueryMessages.Parse(request.Query, _limits);
        var data = rest is not null ? ItemBodies.Item(await rest.ReadBodyAsync(context.CancellationToken))
            : StructJson.ToJson(request.Data ?? throw DirectusException.InvalidPayload("\"data\" is required"));
        var condition = ItemConditions.Of(rest, request.IfMatch);
        var write = new ItemWrite.Update(collection, [JsonText.String(request.Key)], data) { Condition = condition };
        var keys = await writer.WriteAsync(caller, write, context.CancellationToken);
        if (rest is not null)
        {
            if (keys.Count == 0) rest.NoContent();
            else await AnswerOneAsync(rest, caller, collection, keys[0], query, context.CancellationToken);
            return UpdatedOverRest;
        }

        using var sink = new MemorySink();
        if (keys.Count == 0 || await TryReadAsync(caller, collection, query, keys[0], sink, context.CancellationToken) is not { } read)
            return new UpdateItemResponse();
        var reply = new UpdateItemResponse { Etag = read.Tag ?? "" };
        if (request.Encoding == Encoding.Json) reply.Json = ItemReplies.Json(sink);
        else reply.Item = StructJson.ToStruct(sink.Written.Span);
        return reply;
    }

    public override async Task<UpdateItemsResponse> UpdateItems(UpdateItemsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        caller.RequireAny(collection, ItemUses.Update);
        var singleton = IsSingleton(caller, collection);
        var condition = ItemConditions.Of(rest, request.IfMatch);
        if (condition is not null && !singleton) throw ItemConditions.NotHere();
        var query = rest?.Query ?? QueryMessages.Parse(request.Query, _limits);
        var change = rest is not null
            ? ItemChange.Of(await rest.ReadBodyAsync(context.CancellationToken), singleton, _limits)
            : ItemChange.Of(request, singleton, _limits);
        var keys = await UpdateAsync(caller, collection, change, condition, context.CancellationToken);
        if (rest is not null)
        {
            await AnswerManyAsync(rest, caller, collection, singleton ? null : keys, query, context.CancellationToken);
            return UpdatedManyOverRest;
        }

        using var sink = new MemorySink();
        if (await TryReadAsync(caller, collection, query, singleton ? null : keys, sink, context.CancellationToken) is not { } read)
            return new UpdateItemsResponse();
        var reply = new UpdateItemsResponse { Etag = read.Tag ?? "" };
        if (request.Encoding == Encoding.Json) reply.Json = ItemReplies.Json(sink);
        else StructJson.ToStructs(sink.Written.Span, reply.Items);
        return reply;
    }

    public override async Task<DeleteItemResponse> DeleteItem(DeleteItemRequest request, ServerCallContext context)
    {
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        var write = new ItemWrite.Delete(collection, [JsonText.String(request.Key)]) { Condition = ItemConditions.Of(rest, request.IfMatch) };
        await writer.WriteAsync(context.GetCaller(), write, context.CancellationToken);
        rest?.NoContent();
        return DeletedOverRest;
    }

    public override async Task<DeleteItemsResponse> DeleteItems(DeleteItemsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        var rest = HttpCall.From(context);
        var collection = CollectionName.Of(request.Collection, rest);
        caller.RequireAny(collection, ItemUses.Delete);
        ItemConditions.RequireNone(rest);
        var which = rest is not null
            ? ItemBodies.Delete(await rest.ReadBodyAsync(context.CancellationToken), _limits)
            : ItemChange.Which(request, _limits);
        ItemWrite write = which.Query is { } query ? new ItemWrite.DeleteMatching(collection, query) : new ItemWrite.Delete(collection, which.Keys!);
        await writer.WriteAsync(caller, write, context.CancellationToken);
        rest?.NoContent();
        return DeletedManyOverRest;
    }

    private async Task CreateAsync(HttpCall rest, Caller caller, string collection, CancellationToken cancellation)
    {
        var query = rest.Query;
        var body = await rest.ReadBodyAsync(cancellation);
        var keys = await writer.WriteAsync(caller, new ItemWrite.Create(collection, ItemBodies.Items(body)), cancellation);
        if (body.ValueKind == JsonValueKind.Array) await AnswerManyAsync(rest, caller, collection, keys, query, cancellation);
        else await AnswerOneAsync(rest, caller, collection, keys[0], query, cancellation);
    }

    private Task<IReadOnlyList<object>> UpdateAsync(Caller caller, string collection, ItemChange change, ItemCondition? condition,
        CancellationToken cancellation) => writer.WriteAsync(caller, change switch
        {
            { Singleton: true } => new ItemWrite.UpdateSingleton(collection, change.Data) { Condition = condition },
            { Items: { } items } => new ItemWrite.UpdateEach(collection, items),
            { Query: { } query } => new ItemWrite.UpdateMatching(collection, query, change.Data),
            _ => new ItemWrite.Update(collection, change.Keys!, change.Data),
        }, cancellation);

    // Over REST a key of a singleton leads nowhere, nor does creating one.
    private static DirectusException IsOne(HttpCall? rest, string collection, string? key) => rest is null
        ? DirectusException.InvalidPayload($"\"{collection}\" is a singleton, which is updated without a key")
        : DirectusException.RouteNotFound(key is null ? $"/{collection}" : $"/{collection}/{key}");
}
