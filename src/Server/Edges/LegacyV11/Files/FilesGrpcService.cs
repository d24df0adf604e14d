using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.LegacyV11.Files;

/// <summary>Files: the rows of their table, and their contents.</summary>
internal sealed class FilesGrpcService(LegacyRows rows, LegacyFiles files) : LegacyFilesService.LegacyFilesServiceBase
{
    public override Task<Reply> ListFiles(FilesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.ListAsync(call, LegacyTables.Readable(call.Caller, FileTable.Name)));

    public override Task<Reply> GetFile(FilesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => rows.GetAsync(call, LegacyTables.Readable(call.Caller, FileTable.Name), request.Id));

    public override Task<Reply> CreateFile(FilesRequest request, ServerCallContext context) =>
        LegacyCalls.AnswerUnreadAsync(context, request.Parameters, request.Body, files.CreateAsync);

    public override Task<Reply> CreateFileOfLink(FilesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, files.CreateOfLinkAsync);

    public override Task<Reply> UpdateFile(FilesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => files.UpdateAsync(call, request.Id, call.Fields));

    public override Task<Reply> DeleteFile(FilesRequest request, ServerCallContext context) =>
        AnswerAsync(request, context, call => files.DeleteAsync(call, request.Id));

    private static Task<Reply> AnswerAsync(FilesRequest request, ServerCallContext context, Func<LegacyCall, Task<LegacyAnswer>> run) =>
        LegacyCalls.AnswerAsync(context, request.Parameters, request.Body, run);
}
