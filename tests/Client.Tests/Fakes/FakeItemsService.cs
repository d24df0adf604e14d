using Directus.Grpc.Items.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace Directus.Grpc.Client.Tests.Fakes;

/// <summary>Remembers what it was asked and answers the JSON it was given; the collection `broken` refuses.</summary>
internal sealed class FakeItemsService(FakeState state) : ItemsService.ItemsServiceBase
{
    private ByteString Json => ByteString.CopyFromUtf8(state.Json);

    public override Task<ListItemsResponse> ListItems(ListItemsRequest request, ServerCallContext context) =>
        Answer(request, context, new ListItemsResponse { Json = Json, Meta = new() { FilterCount = 7, TotalCount = 9 } });

    public override Task<GetItemResponse> GetItem(GetItemRequest request, ServerCallContext context) =>
        Answer(request, context, new GetItemResponse { Json = Json });

    public override Task<CreateItemsResponse> CreateItems(CreateItemsRequest request, ServerCallContext context)
    {
        if (request.Collection == "broken")
        {
            var field = new BadRequest.Types.FieldViolation { Field = "title", Description = "Value is required." };
            throw FakeState.Refusal(StatusCode.InvalidArgument, "FAILED_VALIDATION", field);
        }
        return Answer(request, context, new CreateItemsResponse { Json = Json });
    }

    public override Task<UpdateItemResponse> UpdateItem(UpdateItemRequest request, ServerCallContext context) =>
        Answer(request, context, new UpdateItemResponse { Json = Json });

    public override Task<UpdateItemsResponse> UpdateItems(UpdateItemsRequest request, ServerCallContext context) =>
        Answer(request, context, new UpdateItemsResponse { Json = Json });

    public override Task<DeleteItemResponse> DeleteItem(DeleteItemRequest request, ServerCallContext context) =>
        Answer(request, context, new DeleteItemResponse());

    public override Task<DeleteItemsResponse> DeleteItems(DeleteItemsRequest request, ServerCallContext context) =>
        Answer(request, context, new DeleteItemsResponse());

    private Task<T> Answer<T>(object request, ServerCallContext context, T reply)
    {
        state.Check(context);
        state.Requests.Enqueue(request);
        return Task.FromResult(reply);
    }
}
