using Directus.Grpc.Schema.V1;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Schema.Editing;
using Grpc.Core;
using Field = Directus.Grpc.Schema.V1.Field;

namespace Directus.Grpc.Server.Edges.Rpc;

internal sealed class FieldsGrpcService(FieldEditor editor) : FieldsService.FieldsServiceBase
{
    public override Task<ListFieldsResponse> ListFields(ListFieldsRequest request, ServerCallContext context)
    {
        var view = new SchemaView(context.GetCaller());
        var fields = request.Collection.Length == 0 ? view.Fields() : view.Fields(request.Collection);
        var response = new ListFieldsResponse();
        if (RestCall.From(context) is { } rest) SchemaReply.Answer(rest, fields);
        else
        {
            var (page, next) = SchemaReply.Page<Field>(fields, request.PageSize, request.PageToken);
            response.Fields.AddRange(page);
            response.NextPageToken = next;
        }

        return Task.FromResult(response);
    }

    public override Task<GetFieldResponse> GetField(GetFieldRequest request, ServerCallContext context)
    {
        var field = new SchemaView(context.GetCaller()).Field(request.Collection, request.Field);
        var response = new GetFieldResponse();
        if (RestCall.From(context) is { } rest) SchemaReply.Answer(rest, field);
        else response.Field = SchemaReply.Message<Field>(field);
        return Task.FromResult(response);
    }

    public override async Task<CreateFieldResponse> CreateField(CreateFieldRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        var rest = RestCall.From(context);
        var body = rest is null ? SchemaBody.Of(request.Field) : await rest.ReadBodyAsync(context.CancellationToken);
        var field = SchemaJson.Of(await editor.CreateAsync(caller.Principal, request.Collection, body, context.CancellationToken));

        var response = new CreateFieldResponse();
        if (rest is not null) SchemaReply.Answer(rest, field);
        else response.Field = SchemaReply.Message<Field>(field);
        return response;
    }

    public override async Task<UpdateFieldResponse> UpdateField(UpdateFieldRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        var rest = RestCall.From(context);
        var body = rest is null ? SchemaBody.OfMeta(request.Meta) : await rest.ReadBodyAsync(context.CancellationToken);
        var field = SchemaJson.Of(await editor.UpdateAsync(caller.Principal, request.Collection, request.Field, body, context.CancellationToken));

        var response = new UpdateFieldResponse();
        if (rest is not null) SchemaReply.Answer(rest, field);
        else response.Field = SchemaReply.Message<Field>(field);
        return response;
    }

    public override async Task<DeleteFieldResponse> DeleteField(DeleteFieldRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller();
        caller.RequireAdmin();
        await editor.DeleteAsync(caller.Principal, request.Collection, request.Field, context.CancellationToken);
        RestCall.From(context)?.NoContent();
        return new DeleteFieldResponse();
    }
}
