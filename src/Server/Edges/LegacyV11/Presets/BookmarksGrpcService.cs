using Directus.Grpc.Legacy.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Presets;

/// <summary>Bookmarks of users.</summary>
internal sealed class BookmarksGrpcService(Bookmarks bookmarks) : LegacyBookmarksService.LegacyBookmarksServiceBase
{
    public override Task<Reply> ListBookmarks(BookmarksRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, bookmarks.ListAsync);

    public override Task<Reply> ListUserBookmarks(BookmarksRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => bookmarks.ListAsync(call, request.Id));

    public override Task<Reply> GetBookmark(BookmarksRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => bookmarks.GetAsync(call, request.Id));

    public override Task<Reply> CreateBookmark(BookmarksRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, bookmarks.CreateAsync);

    public override Task<Reply> DeleteBookmark(BookmarksRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => bookmarks.DeleteAsync(call, request.Id));

    private static Task<Reply> AnswerAsync(BookmarksRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
