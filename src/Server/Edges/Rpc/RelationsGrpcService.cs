using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Schema.Editing;
using Grpc.Core;
using Relation = Directus.Grpc.Schema.V1.Relation;

namespace Directus.Grpc.Server.Edges.Rpc;

internal sealed class RelationsGrpcService(RelationEditor editor) : RelationsService.RelationsServiceBase
{
    public override Task<ListRelationsResponse> ListRelations(ListRelationsRequest request, ServerCallContext context)
    {
        var view = new SchemaView(context.GetCaller());
        var relations = request.Collection.Length == 0 ? view.Relations() : view.Relations(request.Collection);
        var response = new ListRelationsResponse();
        if (RestCall.From(context) is { } rest) SchemaReply.Answer(rest, relations);
        else
        {
            var (page, next) = SchemaReply.Page<Relation>(relations, request.PageSize, request.PageToken);
            response.Relations.AddRange(page);
            response.NextPageToken = next;
        }

        return Task.FromResult(response);
    }

    public override Task<GetRelationResponse> GetRelation(GetRelationRequest request, ServerCallContext context)
    {
        var relation = new SchemaView(context.GetCaller()).Relation(request.Collection, request.Field);
        var response = new GetRelationResponse();
        if (RestCall.From(context) is { } rest) SchemaReply.Answer(rest, relation);
        else response.Relation = SchemaReply.Message<Relation>(relation);
        return Task.FromResult(response);
    }

    public override async Task<CreateRelationResponse> CreateRelation(CreateRelationRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        var rest = RestCall.From(context);
        var body = rest is null ? SchemaBody.Of(request.Relation) : await rest.ReadBodyAsync(context.CancellationToken);
        var relation = SchemaJson.Of(await editor.CreateAsync(caller.Principal, body, context.CancellationToken));

        var response = new CreateRelationResponse();
        if (rest is not null) SchemaReply.Answer(rest, relation);
        else response.Relation = SchemaReply.Message<Relation>(relation);
        return response;
    }

    public override async Task<DeleteRelationResponse> DeleteRelation(DeleteRelationRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        await editor.DeleteAsync(caller.Principal, request.Collection, request.Field, context.CancellationToken);
        RestCall.From(context)?.NoContent();
        return new DeleteRelationResponse();
    }
}
