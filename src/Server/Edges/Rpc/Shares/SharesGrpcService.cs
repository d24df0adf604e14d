using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Calls.Shares;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Shares.V1;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Shares;

/// <summary>Shares as typed messages. They are items, and served as such; over REST nothing is typed, so that the rows are
/// printed exactly as the engine reads them. What receivers call is in the other part.</summary>
internal sealed partial class SharesGrpcService(ItemsGrpcService items, ShareAccess receivers, ShareCreation creation, ShareInvitations invitations) : SharesService.SharesServiceBase
{
    public override async Task<ListSharesResponse> ListShares(ListSharesRequest request, ServerCallContext context)
    {
        var list = new ListItemsRequest { Collection = Collection(context), Query = request.Query, Keys = { request.Keys }, Encoding = Encoding.Json };
        var reply = await items.ListItems(list, context);
        return new ListSharesResponse { Shares = { ShareMessages.Shares(reply.Json) }, Meta = reply.Meta };
    }

    public override async Task<GetShareResponse> GetShare(GetShareRequest request, ServerCallContext context)
    {
        var get = new GetItemRequest { Collection = Collection(context), Key = request.Id, Query = request.Query, Encoding = Encoding.Json };
        var reply = await items.GetItem(get, context);
        return reply.Json.IsEmpty ? new GetShareResponse() : new GetShareResponse { Share = ShareMessages.Share(reply.Json) };
    }

    public override async Task<CreateSharesResponse> CreateShares(CreateSharesRequest request, ServerCallContext context)
    {
        if (HttpCall.From(context) is { } rest)
        {
            await creation.RunAsync(rest, context.GetCaller(), context.CancellationToken);
            return new CreateSharesResponse();
        }

        ShareCreation.RequireCollections(context.GetCaller(), request.Shares.Select(share => share.Collection));
        var create = new CreateItemsRequest { Collection = Collection(context), Query = request.Query, Encoding = Encoding.Json };
        create.Items.AddRange(request.Shares.Select(ShareMessages.Item));
        var reply = await items.CreateItems(create, context);
        return new CreateSharesResponse { Shares = { ShareMessages.Shares(reply.Json) } };
    }

    public override async Task<UpdateShareResponse> UpdateShare(UpdateShareRequest request, ServerCallContext context)
    {
        var reply = await items.UpdateItem(new UpdateItemRequest
        {
            Collection = Collection(context),
            Key = request.Id,
            Data = ShareMessages.Change(request.Share, request.Clear),
            Query = request.Query,
            Encoding = Encoding.Json,
        }, context);
        return reply.Json.IsEmpty ? new UpdateShareResponse() : new UpdateShareResponse { Share = ShareMessages.Share(reply.Json) };
    }

    public override async Task<UpdateSharesResponse> UpdateShares(UpdateSharesRequest request, ServerCallContext context)
    {
        var reply = await items.UpdateItems(new UpdateItemsRequest
        {
            Collection = Collection(context),
            Keys = { request.Keys },
            Data = ShareMessages.Change(request.Share, request.Clear),
            Query = request.Query,
            Encoding = Encoding.Json,
        }, context);
        return new UpdateSharesResponse { Shares = { ShareMessages.Shares(reply.Json) } };
    }

    public override async Task<DeleteShareResponse> DeleteShare(DeleteShareRequest request, ServerCallContext context)
    {
        await items.DeleteItem(new DeleteItemRequest { Collection = Collection(context), Key = request.Id }, context);
        return new DeleteShareResponse();
    }

    public override async Task<DeleteSharesResponse> DeleteShares(DeleteSharesRequest request, ServerCallContext context)
    {
        await items.DeleteItems(new DeleteItemsRequest { Collection = Collection(context), Keys = { request.Keys } }, context);
        return new DeleteSharesResponse();
    }

    public override async Task<InviteToShareResponse> InviteToShare(InviteToShareRequest request, ServerCallContext context)
    {
        var rest = HttpCall.From(context);
        var payload = await PayloadReader.ReadAsync(rest, request, context.CancellationToken);
        var (share, emails) = (payload.Required("share"), payload.EmailList("emails"));
        await invitations.InviteAsync(context.GetCaller(), share, emails, context.CancellationToken);
        rest?.NoContent();
        return new InviteToShareResponse();
    }

    // The name by which each face knows the collection: REST by its route.
    private static string Collection(ServerCallContext context) => HttpCall.From(context) is null ? SystemCollections.Shares : "shares";
}
