using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Grpc.Core;
using Collection = Directus.Grpc.Schema.V1.Collection;

namespace Directus.Grpc.Server.Edges.Rpc;

internal sealed class CollectionsGrpcService(CollectionEditor editor) : CollectionsService.CollectionsServiceBase
{
    public override Task<ListCollectionsResponse> ListCollections(ListCollectionsRequest request, ServerCallContext context)
    {
        var response = new ListCollectionsResponse();
        var collections = new SchemaView(context.GetCaller()).Collections();
        if (RestCall.From(context) is { } rest) SchemaReply.Answer(rest, collections);
        else
        {
            var (page, next) = SchemaReply.Page<Collection>(collections, request.PageSize, request.PageToken);
            response.Collections.AddRange(page);
            response.NextPageToken = next;
        }

        return Task.FromResult(response);
    }

    public override Task<GetCollectionResponse> GetCollection(GetCollectionRequest request, ServerCallContext context)
    {
        var collection = new SchemaView(context.GetCaller()).Collection(request.Collection);
        var response = new GetCollectionResponse();
        if (RestCall.From(context) is { } rest) SchemaReply.Answer(rest, collection);
        else response.Collection = SchemaReply.Message<Collection>(collection);
        return Task.FromResult(response);
    }

    public override async Task<CreateCollectionsResponse> CreateCollections(CreateCollectionsRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        var rest = RestCall.From(context);
        var body = rest is null ? default : await rest.ReadBodyAsync(context.CancellationToken);
        List<JsonElement> drafts = rest is null ? [.. request.Collections.Select(SchemaBody.Of)]
            : body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()]
            : [body];
        var (schema, names) = await editor.CreateAsync(caller.Principal, drafts, context.CancellationToken);

        var created = names.Select(name => Find(schema, name)).ToList();
        var response = new CreateCollectionsResponse();
        if (rest is null) response.Collections.AddRange(created.Select(SchemaReply.Message<Collection>));
        else if (body.ValueKind == JsonValueKind.Array) SchemaReply.Answer(rest, created);
        else SchemaReply.Answer(rest, created[0]);
        return response;
    }

    public override async Task<UpdateCollectionResponse> UpdateCollection(UpdateCollectionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        var rest = RestCall.From(context);
        var body = rest is null ? SchemaBody.OfMeta(request.Meta) : await rest.ReadBodyAsync(context.CancellationToken);
        var schema = await editor.UpdateAsync(caller.Principal, request.Collection, body, context.CancellationToken);

        var updated = Find(schema, request.Collection);
        var response = new UpdateCollectionResponse();
        if (rest is not null) SchemaReply.Answer(rest, updated);
        else response.Collection = SchemaReply.Message<Collection>(updated);
        return response;
    }

    public override async Task<DeleteCollectionResponse> DeleteCollection(DeleteCollectionRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        await editor.DeleteAsync(caller.Principal, request.Collection, context.CancellationToken);
        RestCall.From(context)?.NoContent();
        return new DeleteCollectionResponse();
    }

    private static JsonObject Find(SchemaSnapshot schema, string name) => schema.TryGetCollection(name, out var collection)
        ? SchemaJson.Of(collection)
        : SchemaJson.OfFolder(schema.Folders.First(folder => (string?)folder["collection"] == name));
}
