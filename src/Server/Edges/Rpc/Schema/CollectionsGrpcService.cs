using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Grpc.Core;
using Collection = Directus.Grpc.Schema.V1.Collection;

namespace Directus.Grpc.Server.Edges.Rpc.Schema;

internal sealed class CollectionsGrpcService(CollectionEditor editor) : CollectionsService.CollectionsServiceBase
{
    public override Task<ListCollectionsResponse> ListCollections(ListCollectionsRequest request, ServerCallContext context)
    {
        var (call, response) = (new SchemaCall(context), new ListCollectionsResponse());
        call.Answer<Collection>(call.View.Collections(), request.PageSize, request.PageToken, (page, next) =>
        {
            response.Collections.AddRange(page);
            response.NextPageToken = next;
        });
        return Task.FromResult(response);
    }

    public override Task<GetCollectionResponse> GetCollection(GetCollectionRequest request, ServerCallContext context)
    {
        var (call, response) = (new SchemaCall(context), new GetCollectionResponse());
        call.Answer<Collection>(call.View.Collection(request.Collection), collection => response.Collection = collection);
        return Task.FromResult(response);
    }

    public override async Task<CreateCollectionsResponse> CreateCollections(CreateCollectionsRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new CreateCollectionsResponse());
        var body = call.Http is null ? SchemaBody.OfAll(request.Collections) : await call.Http.ReadBodyAsync(call.Cancellation);
        var one = body.ValueKind != JsonValueKind.Array;
        var (schema, names) = await editor.CreateAsync(call.Principal, one ? [body] : [.. body.EnumerateArray()], call.Cancellation);
        if (one) call.Answer<Collection>(SchemaReply.Collection(schema, names[0]), response.Collections.Add);
        else call.Answer<Collection>(names.Select(name => SchemaReply.Collection(schema, name)), response.Collections.AddRange);
        return response;
    }

    public override async Task<UpdateCollectionResponse> UpdateCollection(UpdateCollectionRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new UpdateCollectionResponse());
        var body = await call.BodyAsync(() => SchemaBody.Of(request));
        var schema = await editor.UpdateAsync(call.Principal, [(request.Collection, body)], call.Cancellation);
        call.Answer<Collection>(SchemaReply.Collection(schema, request.Collection), collection => response.Collection = collection);
        return response;
    }

    public override async Task<UpdateCollectionsResponse> UpdateCollections(UpdateCollectionsRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new UpdateCollectionsResponse());
        var body = await call.BodyAsync(() => SchemaBody.OfAll(request.Collections));
        if (body.ValueKind != JsonValueKind.Array) throw DirectusException.InvalidPayload("Input should be an array of collection changes");
        var changes = body.EnumerateArray().Select(change => (SchemaBody.CollectionOf(change), change)).ToList();
        var schema = await editor.UpdateAsync(call.Principal, changes, call.Cancellation);
        call.Answer<Collection>(changes.Select(change => SchemaReply.Collection(schema, change.Item1)), response.Collections.AddRange);
        return response;
    }

    public override async Task<DeleteCollectionResponse> DeleteCollection(DeleteCollectionRequest request, ServerCallContext context)
    {
        var call = SchemaCall.OfAdmin(context);
        await editor.DeleteAsync(call.Principal, request.Collection, call.Cancellation);
        call.NoContent();
        return new DeleteCollectionResponse();
    }
}
