using System.Text.Json;
using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Calls.Schema;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Directus.Grpc.Server.Schema.Editing;
using Grpc.Core;
using Field = Directus.Grpc.Schema.V1.Field;

namespace Directus.Grpc.Server.Edges.Rpc.Schema;

internal sealed class FieldsGrpcService(FieldEditor editor) : FieldsService.FieldsServiceBase
{
    public override Task<ListFieldsResponse> ListFields(ListFieldsRequest request, ServerCallContext context)
    {
        var (call, response) = (new SchemaCall(context), new ListFieldsResponse());
        var fields = request.Collection.Length == 0 ? call.View.Fields() : call.View.Fields(request.Collection);
        call.Answer<Field>(fields, request.PageSize, request.PageToken, (page, next) =>
        {
            response.Fields.AddRange(page);
            response.NextPageToken = next;
        });
        return Task.FromResult(response);
    }

    public override Task<GetFieldResponse> GetField(GetFieldRequest request, ServerCallContext context)
    {
        var (call, response) = (new SchemaCall(context), new GetFieldResponse());
        call.Answer<Field>(call.View.Field(request.Collection, request.Field), field => response.Field = field);
        return Task.FromResult(response);
    }

    public override async Task<CreateFieldResponse> CreateField(CreateFieldRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new CreateFieldResponse());
        var body = await call.BodyAsync(() => SchemaBody.Of(request.Field));
        var created = await editor.CreateAsync(call.Principal, request.Collection, body, call.Cancellation);
        call.Answer<Field>(SchemaJson.Of(created), field => response.Field = field);
        return response;
    }

    public override async Task<UpdateFieldResponse> UpdateField(UpdateFieldRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new UpdateFieldResponse());
        var body = await call.BodyAsync(() => SchemaBody.Of(request));
        var updated = await editor.UpdateAsync(call.Principal, request.Collection, [(request.Field, body)], call.Cancellation);
        call.Answer<Field>(SchemaJson.Of(updated[0]), field => response.Field = field);
        return response;
    }

    public override async Task<UpdateFieldsResponse> UpdateFields(UpdateFieldsRequest request, ServerCallContext context)
    {
        var (call, response) = (SchemaCall.OfAdmin(context), new UpdateFieldsResponse());
        var body = await call.BodyAsync(() => SchemaBody.OfAll(request.Fields));
        if (body.ValueKind != JsonValueKind.Array) throw DirectusException.InvalidPayload("Submitted body has to be an array");
        var changes = body.EnumerateArray().Select(change => (SchemaBody.FieldOf(change), change)).ToList();
        var updated = await editor.UpdateAsync(call.Principal, request.Collection, changes, call.Cancellation);
        // As Directus answers an empty list.
        if (updated.Count == 0) call.NoContent();
        else call.Answer<Field>(updated.Select(SchemaJson.Of), response.Fields.AddRange);
        return response;
    }

    public override async Task<DeleteFieldResponse> DeleteField(DeleteFieldRequest request, ServerCallContext context)
    {
        var call = SchemaCall.OfAdmin(context);
        await editor.DeleteAsync(call.Principal, request.Collection, request.Field, call.Cancellation);
        call.NoContent();
        return new DeleteFieldResponse();
    }
}
