using Directus.Grpc.Folders.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Folders;

/// <summary>Folders as typed messages. They are items, and served as such.</summary>
internal sealed class FoldersGrpcService(RpcItems items) : FoldersService.FoldersServiceBase
{
    private const string Folders = SystemCollections.Folders;

    public override async Task<ListFoldersResponse> ListFolders(ListFoldersRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Folders, request.Keys, request.Query);
        return new ListFoldersResponse { Folders = { read.All<Folder>() }, Meta = read.Meta };
    }

    public override async Task<GetFolderResponse> GetFolder(GetFolderRequest request, ServerCallContext context) =>
        new() { Folder = (await items.GetAsync(context, Folders, request.Id, request.Query)).One<Folder>() };

    public override async Task<CreateFoldersResponse> CreateFolders(CreateFoldersRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Folders, () => [.. request.Folders.Select(ItemMessage<Folder>.Item)], request.Query);
        return new CreateFoldersResponse { Folders = { made.All<Folder>() } };
    }

    public override async Task<UpdateFolderResponse> UpdateFolder(UpdateFolderRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Folders, request.Id,
            () => ItemMessage<Folder>.Change(request.Folder, request.Clear), request.Query);
        return new UpdateFolderResponse { Folder = changed.One<Folder>() };
    }

    public override async Task<UpdateFoldersResponse> UpdateFolders(UpdateFoldersRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Folders, request.Keys, request.Where,
            () => ItemMessage<Folder>.Change(request.Folder, request.Clear), request.Query);
        return new UpdateFoldersResponse { Folders = { changed.All<Folder>() } };
    }

    public override async Task<DeleteFolderResponse> DeleteFolder(DeleteFolderRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Folders, request.Id);
        return new DeleteFolderResponse();
    }

    public override async Task<DeleteFoldersResponse> DeleteFolders(DeleteFoldersRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Folders, request.Keys, request.Where);
        return new DeleteFoldersResponse();
    }
}
