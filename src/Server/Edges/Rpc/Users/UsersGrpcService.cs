using System.Text.Json;
using Directus.Grpc.Common.V1;
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
internal sealed partial class UsersGrpcService(RpcItems items, LastPages pages, Invitations invitations, Registrations registrations,
    TwoFactor factors, PublicAddress address) : UsersService.UsersServiceBase
{
    public override async Task<GetCurrentUserResponse> GetCurrentUser(GetCurrentUserRequest request, ServerCallContext context)
    {
        var caller = context.GetCaller().Principal;
        var http = HttpCall.From(context);
        if (caller.Share is { } share) return Only(http, request.Encoding, "share", share);
        if (caller.User is not { } user) throw DirectusException.InvalidCredentials();
        try
        {
            var read = await items.GetAsync(context, SystemCollections.Users, user.ToString(), request.Query);
            var reply = new GetCurrentUserResponse();
            read.One(request.Encoding, json => reply.Json = json, item => reply.User = item);
            return reply;
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            return Only(http, request.Encoding, "id", user);
        }
    }

    public override async Task<UpdateCurrentUserResponse> UpdateCurrentUser(UpdateCurrentUserRequest request, ServerCallContext context)
    {
        var user = context.GetCaller().Principal.User ?? throw DirectusException.InvalidCredentials();
        var changed = await items.UpdateOneAsync(context, SystemCollections.Users, user.ToString(),
            () => ChangeMessages.Data(request.Data), request.Query);
        var reply = new UpdateCurrentUserResponse();
        changed.One(request.Encoding, json => reply.Json = json, item => reply.User = item);
        return reply;
    }

    public override async Task<TrackPageResponse> TrackPage(TrackPageRequest request, ServerCallContext context)
    {
        var user = context.GetCaller().Principal.User ?? throw DirectusException.InvalidCredentials();
        var http = HttpCall.From(context);
        var page = http is null ? request.LastPage : PageOf(await http.ReadBodyAsync(context.CancellationToken));
        if (page.Length == 0) throw DirectusException.InvalidPayload("\"last_page\" is required");
        await pages.RememberAsync(user, page, context.CancellationToken);
        http?.NoContent();
        return new TrackPageResponse();
    }

    private static string PageOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("last_page", out var page) && page.ValueKind == JsonValueKind.String
            ? page.GetString()!
            : "";

    private static GetCurrentUserResponse Only(HttpCall? http, Encoding encoding, string name, Guid id)
    {
        http?.Data(json =>
        {
            json.WriteStartObject();
            json.WriteString(name, id);
            json.WriteEndObject();
        });
        return encoding == Encoding.Json
            ? new GetCurrentUserResponse { Json = ByteString.CopyFromUtf8($"{{\"{name}\":\"{id}\"}}") }
            : new GetCurrentUserResponse { User = new Struct { Fields = { [name] = Value.ForString(id.ToString()) } } };
    }
}
