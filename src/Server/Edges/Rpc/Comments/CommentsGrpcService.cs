using Directus.Grpc.Comments.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Comments;

/// <summary>Comments as typed messages. They are items, and served as such.</summary>
internal sealed class CommentsGrpcService(RpcItems items) : CommentsService.CommentsServiceBase
{
    private const string Comments = SystemCollections.Comments;

    public override async Task<ListCommentsResponse> ListComments(ListCommentsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Comments, request.Keys, request.Query);
        return new ListCommentsResponse { Comments = { read.All<Comment>() }, Meta = read.Meta };
    }

    public override async Task<GetCommentResponse> GetComment(GetCommentRequest request, ServerCallContext context) =>
        new() { Comment = (await items.GetAsync(context, Comments, request.Id, request.Query)).One<Comment>() };

    public override async Task<CreateCommentsResponse> CreateComments(CreateCommentsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Comments, () => [.. request.Comments.Select(ItemMessage<Comment>.Item)], request.Query);
        return new CreateCommentsResponse { Comments = { made.All<Comment>() } };
    }

    public override async Task<UpdateCommentResponse> UpdateComment(UpdateCommentRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Comments, request.Id,
            () => ItemMessage<Comment>.Change(request.Comment, request.Clear), request.Query);
        return new UpdateCommentResponse { Comment = changed.One<Comment>() };
    }

    public override async Task<UpdateCommentsResponse> UpdateComments(UpdateCommentsRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Comments, request.Keys, request.Where,
            () => ItemMessage<Comment>.Change(request.Comment, request.Clear), request.Query);
        return new UpdateCommentsResponse { Comments = { changed.All<Comment>() } };
    }

    public override async Task<DeleteCommentResponse> DeleteComment(DeleteCommentRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Comments, request.Id);
        return new DeleteCommentResponse();
    }

    public override async Task<DeleteCommentsResponse> DeleteComments(DeleteCommentsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Comments, request.Keys, request.Where);
        return new DeleteCommentsResponse();
    }
}
