using Directus.Grpc.Common.V1;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Assets;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Items;
using Grpc.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>Files as typed messages. They are items, and served as such; contents come in and go out in the other parts.</summary>
internal sealed partial class FilesGrpcService(ItemsGrpcService items, ItemWriter writer, FileUploads uploads, FileImports imports, AssetReader assets, HttpOptions options,
    IOptions<Query.Model.QueryLimits> limits) : FilesService.FilesServiceBase
{
    public override async Task<ListFilesResponse> ListFiles(ListFilesRequest request, ServerCallContext context)
    {
        var list = new ListItemsRequest { Collection = Collection(context), Query = request.Query, Keys = { request.Keys }, Encoding = Encoding.Json };
        var reply = await items.ListItems(list, context);
        return new ListFilesResponse { Files = { FileMessages.Files(reply.Json) }, Meta = reply.Meta };
    }

    public override async Task<GetFileResponse> GetFile(GetFileRequest request, ServerCallContext context)
    {
        var get = new GetItemRequest { Collection = Collection(context), Key = request.Id, Query = request.Query, Encoding = Encoding.Json };
        var reply = await items.GetItem(get, context);
        return reply.Json.IsEmpty ? new GetFileResponse() : new GetFileResponse { File = FileMessages.File(reply.Json) };
    }

    public override async Task<CreateFilesResponse> CreateFiles(CreateFilesRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is { } rest)
        {
            if (FormFiles.IsForm(rest.RequestType)) await UploadAsync(rest, context);
            else await CreateWithoutContentAsync(rest, context);
            return new CreateFilesResponse();
        }

        if (request.Files.Any(file => file.Type.Length == 0)) throw NoType();
        var create = new CreateItemsRequest { Collection = Collection(context), Query = request.Query, Encoding = Encoding.Json };
        create.Items.AddRange(request.Files.Select(FileMessages.Item));
        var reply = await items.CreateItems(create, context);
        return new CreateFilesResponse { Files = { FileMessages.Files(reply.Json) } };
    }

    public override async Task<UpdateFileResponse> UpdateFile(UpdateFileRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is { } rest && FormFiles.IsForm(rest.RequestType))
        {
            await ReplaceAsync(rest, request.Id, context);
            return new UpdateFileResponse();
        }

        var reply = await items.UpdateItem(new UpdateItemRequest
        {
            Collection = Collection(context),
            Key = request.Id,
            Data = FileMessages.Change(request.File, request.Clear),
            Query = request.Query,
            Encoding = Encoding.Json,
        }, context);
        return reply.Json.IsEmpty ? new UpdateFileResponse() : new UpdateFileResponse { File = FileMessages.File(reply.Json) };
    }

    public override async Task<UpdateFilesResponse> UpdateFiles(UpdateFilesRequest request, ServerCallContext context)
    {
        var reply = await items.UpdateItems(new UpdateItemsRequest
        {
            Collection = Collection(context),
            Keys = { request.Keys },
            Where = request.Where,
            Data = FileMessages.Change(request.File, request.Clear),
            Query = request.Query,
            Encoding = Encoding.Json,
        }, context);
        return new UpdateFilesResponse { Files = { FileMessages.Files(reply.Json) } };
    }

    public override async Task<DeleteFileResponse> DeleteFile(DeleteFileRequest request, ServerCallContext context)
    {
        await items.DeleteItem(new DeleteItemRequest { Collection = Collection(context), Key = request.Id }, context);
        return new DeleteFileResponse();
    }

    public override async Task<DeleteFilesResponse> DeleteFiles(DeleteFilesRequest request, ServerCallContext context)
    {
        await items.DeleteItems(new DeleteItemsRequest { Collection = Collection(context), Keys = { request.Keys }, Where = request.Where }, context);
        return new DeleteFilesResponse();
    }

    // The name by which each face knows the collection: REST by its route.
    private static string Collection(ServerCallContext context) => HttpCall.From(context) is null ? SystemCollections.Files : "files";
}
