using System.Text.Json;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Users.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Users;

/// <summary>The caller's own account: an item like any other, except for those who may read little or nothing of it. The ways to
/// an account and the second factor are in the other parts.</summary>
internal sealed partial class UsersGrpcService(ItemsGrpcService items, LastPages pages, Invitations invitations, Registrations registrations,
    TwoFactor factors, PublicAddress address) : UsersService.UsersServiceBase
{
    public override async Task<GetCurrentUserResponse> GetCurrentUser(GetCurrentUserRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller().Principal;
        var rest = HttpCall.From(context);
        if (caller.Share is { } share) return Only(rest, request.Encoding, "share", share);
        if (caller.User is not { } user) throw DirectusException.InvalidCredentials();
        try
        {
            var reply = await items.GetItem(new GetItemRequest
            {
                Collection = rest is null ? SystemCollections.Users : "users",
                Key = user.ToString(),
                Query = request.Query,
                Encoding = request.Encoding,
            }, context);
            return new GetCurrentUserResponse { User = reply.Item, Json = reply.Json };
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            return Only(rest, request.Encoding, "id", user);
        }
    }

    public override async Task<UpdateCurrentUserResponse> UpdateCurrentUser(UpdateCurrentUserRequest request, ServerCallContext context)
    {
        var user = context.GetCaller().Principal.User ?? throw DirectusException.InvalidCredentials();
        var reply = await items.UpdateItem(new UpdateItemRequest
        {
            Collection = HttpCall.From(context) is null ? SystemCollections.Users : "users",
            Key = user.ToString(),
            Data = request.Data,
            Query = request.Query,
            Encoding = request.Encoding,
        }, context);
        return new UpdateCurrentUserResponse { User = reply.Item, Json = reply.Json };
    }

    public override async Task<TrackPageResponse> TrackPage(TrackPageRequest request, ServerCallContext context)
    {
        var user = context.GetCaller().Principal.User ?? throw DirectusException.InvalidCredentials();
        var rest = HttpCall.From(context);
        var page = rest is null ? request.LastPage : PageOf(await rest.ReadBodyAsync(context.CancellationToken));
        if (page.Length == 0) throw DirectusException.InvalidPayload("\"last_page\" is required");
        await pages.RememberAsync(user, page, context.CancellationToken);
        rest?.NoContent();
        return new TrackPageResponse();
    }

    private static string PageOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("last_page", out var page) && page.ValueKind == JsonValueKind.String
            ? page.GetString()!
            : "";

    private static GetCurrentUserResponse Only(HttpCall? rest, Encoding encoding, string name, Guid id)
    {
        rest?.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString(name, id);
            json.WriteEndObject();
            json.WriteEndObject();
        });
        return encoding == Encoding.Json
            ? new GetCurrentUserResponse { Json = ByteString.CopyFromUtf8($"{{\"{name}\":\"{id}\"}}") }
            : new GetCurrentUserResponse { User = new Struct { Fields = { [name] = Value.ForString(id.ToString()) } } };
    }
}
