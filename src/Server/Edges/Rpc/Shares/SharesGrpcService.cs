using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Shares.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Shares;

/// <summary>Shares as typed messages. They are items, and served as such; over REST nothing is typed, so that the rows are
/// printed exactly as the engine reads them. What receivers call is in the other part.</summary>
internal sealed partial class SharesGrpcService(RpcItems items, ShareAccess receivers, ShareInvitations invitations) : SharesService.SharesServiceBase
{
    private const string Shares = SystemCollections.Shares;

    public override async Task<ListSharesResponse> ListShares(ListSharesRequest request, ServerCallContext context)
    {
        var read = await items.ListAsync(context, Shares, request.Keys, request.Query);
        return new ListSharesResponse { Shares = { read.All<Share>() }, Meta = read.Meta };
    }

    public override async Task<GetShareResponse> GetShare(GetShareRequest request, ServerCallContext context) =>
        new() { Share = (await items.GetAsync(context, Shares, request.Id, request.Query)).One<Share>() };

    public override async Task<CreateSharesResponse> CreateShares(CreateSharesRequest request, ServerCallContext context)
    {
        var made = await items.CreateAsync(context, Shares, () => [.. request.Shares.Select(ItemMessage<Share>.Item)], request.Query);
        return new CreateSharesResponse { Shares = { made.All<Share>() } };
    }

    public override async Task<UpdateShareResponse> UpdateShare(UpdateShareRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateOneAsync(context, Shares, request.Id,
            () => ItemMessage<Share>.Change(request.Share, request.Clear), request.Query);
        return new UpdateShareResponse { Share = changed.One<Share>() };
    }

    public override async Task<UpdateSharesResponse> UpdateShares(UpdateSharesRequest request, ServerCallContext context)
    {
        var changed = await items.UpdateAsync(context, Shares, request.Keys, null,
            () => ItemMessage<Share>.Change(request.Share, request.Clear), request.Query);
        return new UpdateSharesResponse { Shares = { changed.All<Share>() } };
    }

    public override async Task<DeleteShareResponse> DeleteShare(DeleteShareRequest request, ServerCallContext context)
    {
        await items.DeleteOneAsync(context, Shares, request.Id);
        return new DeleteShareResponse();
    }

    public override async Task<DeleteSharesResponse> DeleteShares(DeleteSharesRequest request, ServerCallContext context)
    {
        await items.DeleteAsync(context, Shares, request.Keys, null);
        return new DeleteSharesResponse();
    }

    public override async Task<InviteToShareResponse> InviteToShare(InviteToShareRequest request, ServerCallContext context)
    {
        var http = HttpCall.From(context);
        var payload = await PayloadReader.ReadAsync(http, request, context.CancellationToken);
        var (share, emails) = (payload.Required("share"), payload.EmailList("emails"));
        await invitations.InviteAsync(context.GetCaller(), share, emails, context.CancellationToken);
        http?.NoContent();
        return new InviteToShareResponse();
    }
}
