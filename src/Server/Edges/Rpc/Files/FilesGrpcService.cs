using Directus.Grpc.Files.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Uploads;
using Grpc.Core;
using File = Directus.Grpc.Files.V1.File;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>Files as typed messages. They are items, and served as such; contents come in and go out in the other part.</summary>
internal sealed partial class FilesGrpcService(RpcItems items, FileUploads uploads, FileImports imports, AssetReader assets,
    HttpOptions options) : FilesService.FilesServiceBase
{
    private const string Files = SystemCollections.Files;

    public override async Task<ListFilesResponse> ListFiles(ListFilesRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Files, request.Keys, request.Query);
        return new ListFilesResponse { Files = { read.All<File>() }, Meta = read.Meta };
    }

    public override async Task<GetFileResponse> GetFile(GetFileRequest request, ServerCallContext context) =>
        new() { File = (await items.GetAsync(context, Files, request.Id, request.Query)).One<File>() };

    public override async Task<CreateFilesResponse> CreateFiles(CreateFilesRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is { } http && FormFiles.IsForm(http.RequestType))
        {
            await UploadAsync(http, context);
            return new CreateFilesResponse();
        }

        var made = await items.CreateAsync(context, Files, () => [.. request.Files.Select(ItemMessage<File>.Item)], request.Query);
        return new CreateFilesResponse { Files = { made.All<File>() } };
    }

    public override async Task<UpdateFileResponse> UpdateFile(UpdateFileRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is { } http && FormFiles.IsForm(http.RequestType))
        {
            await ReplaceAsync(http, request.Id, context);
            return new UpdateFileResponse();
        }

        var changed = await items.UpdateOneAsync(context, Files, request.Id,
            () => ItemMessage<File>.Change(request.File, request.Clear), request.Query);
        return new UpdateFileResponse { File = changed.One<File>() };
    }

    public override async Task<UpdateFilesResponse> UpdateFiles(UpdateFilesRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Files, request.Keys, request.Where,
            () => ItemMessage<File>.Change(request.File, request.Clear), request.Query);
        return new UpdateFilesResponse { Files = { changed.All<File>() } };
    }

    public override async Task<DeleteFileResponse> DeleteFile(DeleteFileRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Files, request.Id);
        return new DeleteFileResponse();
    }

    public override async Task<DeleteFilesResponse> DeleteFiles(DeleteFilesRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Files, request.Keys, request.Where);
        return new DeleteFilesResponse();
    }
}
