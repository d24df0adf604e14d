using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Grpc.Core;
using Relation = Directus.Grpc.Schema.V1.Relation;

namespace Directus.Grpc.Server.Edges.Rpc.Schema;

internal sealed class RelationsGrpcService(RelationEditor editor) : RelationsService.RelationsServiceBase
{
    public override Task<ListRelationsResponse> ListRelations(ListRelationsRequest request, ServerCallContext context)
    {
        var (call, response) = (new SchemaCall(context), new ListRelationsResponse());
        var relations = request.Collection.Length == 0 ? call.View.Relations() : call.View.Relations(request.Collection);
        call.Answer<Relation>(relations, request.PageSize, request.PageToken, (page, next) =>
        {
            response.Relations.AddRange(page);
            response.NextPageToken = next;
        });
        return Task.FromResult(response);
    }

    public override Task<GetRelationResponse> GetRelation(GetRelationRequest request, ServerCallContext context)
    {
        var (call, response) = (new SchemaCall(context), new GetRelationResponse());
        call.Answer<Relation>(call.View.Relation(request.Collection, request.Field), relation => response.Relation = relation);
        return Task.FromResult(response);
    }

    public override async Task<CreateRelationResponse> CreateRelation(CreateRelationRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new CreateRelationResponse());
        var body = await call.BodyAsync(() => SchemaBody.Of(request.Relation));
        var created = await editor.CreateAsync(call.Principal, body, call.Cancellation);
        call.Answer<Relation>(SchemaJson.Of(created), relation => response.Relation = relation);
        return response;
    }

    public override async Task<UpdateRelationResponse> UpdateRelation(UpdateRelationRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new UpdateRelationResponse());
        var body = await call.BodyAsync(() => SchemaBody.Of(request));
        var updated = await editor.UpdateAsync(call.Principal, request.Collection, request.Field, body, call.Cancellation);
        call.Answer<Relation>(SchemaJson.Of(updated), relation => response.Relation = relation);
        return response;
    }

    public override async Task<DeleteRelationResponse> DeleteRelation(DeleteRelationRequest request, ServerCallContext context)
    {
        var call = SchemaCall.OfAdmin(context);
        await editor.DeleteAsync(call.Principal, request.Collection, request.Field, call.Cancellation);
        call.NoContent();
        return new DeleteRelationResponse();
    }
}
