using Directus.Grpc.Versions.V1;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.History.Versions;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Versions;

/// <summary>Content versions as typed messages. They are items, and served as such, but for what becomes of what they hold.</summary>
internal sealed partial class VersionsGrpcService(RpcItems items, ContentVersions versions) : VersionsService.VersionsServiceBase
{
    private const string Versions = SystemCollections.Versions;

    public override async Task<ListVersionsResponse> ListVersions(ListVersionsRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Versions, request.Keys, request.Query);
        return new ListVersionsResponse { Versions = { read.All<ContentVersion>() }, Meta = read.Meta };
    }

    public override async Task<GetVersionResponse> GetVersion(GetVersionRequest request, ServerCallContext context) =>
        new() { Version = (await items.GetAsync(context, Versions, request.Id, request.Query)).One<ContentVersion>() };

    public override async Task<CreateVersionsResponse> CreateVersions(CreateVersionsRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Versions, () => [.. request.Versions.Select(ItemMessage<ContentVersion>.Item)], request.Query);
        return new CreateVersionsResponse { Versions = { made.All<ContentVersion>() } };
    }

    public override async Task<UpdateVersionResponse> UpdateVersion(UpdateVersionRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Versions, request.Id,
            () => ItemMessage<ContentVersion>.Change(request.Version, request.Clear), request.Query);
        return new UpdateVersionResponse { Version = changed.One<ContentVersion>() };
    }

    public override async Task<UpdateVersionsResponse> UpdateVersions(UpdateVersionsRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Versions, request.Keys, request.Where,
            () => ItemMessage<ContentVersion>.Change(request.Version, request.Clear), request.Query);
        return new UpdateVersionsResponse { Versions = { changed.All<ContentVersion>() } };
    }

    public override async Task<DeleteVersionResponse> DeleteVersion(DeleteVersionRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Versions, request.Id);
        return new DeleteVersionResponse();
    }

    public override async Task<DeleteVersionsResponse> DeleteVersions(DeleteVersionsRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Versions, request.Keys, request.Where);
        return new DeleteVersionsResponse();
    }
}
