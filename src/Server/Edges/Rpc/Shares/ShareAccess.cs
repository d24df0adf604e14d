using System.Text.Json;
using Directus.Grpc.Auth.V1;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Shares.V1;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Rpc.Shares;

/// <summary>Translates the calls of receivers: looking at a share and being let in.</summary>
internal sealed class ShareAccess(ShareService shares, TokenReplies replies)
{
    private const string Mask = "**********";

    public async Task<ShareInfo> InfoAsync(string id, HttpCall? http, CancellationToken cancellation)
    {
        // Over REST a key that is none leads nowhere; over gRPC it is a share that nobody has.
        if (!Guid.TryParse(id, out var key))
            throw http is null ? DirectusException.Forbidden() : DirectusException.RouteNotFound(http.Http.Request.Path);
        var share = await shares.InfoAsync(key, cancellation);
        http?.Data(json => Write(json, share));
        return http is null ? Message(share) : new ShareInfo();
    }

    public async Task<Tokens> AuthenticateAsync(AuthenticateShareRequest request, HttpCall? http, Principal client, CancellationToken cancellation)
    {
        TokenReplies.Guard(http);
        var payload = http is null ? PayloadReader.Of(request) : PayloadReader.Of(await http.ReadBodyAsync(cancellation));
        var (id, password, mode) = (payload.Required("share"), payload.Optional("password"), payload.Mode());
        if (!Guid.TryParse(id, out var share)) throw DirectusException.InvalidCredentials();
        return replies.Answer(http, await shares.AuthenticateAsync(share, password, mode, client, cancellation));
    }

    private static void Write(Utf8JsonWriter json, LinkedShare share)
    {
        json.WriteStartObject();
        json.WriteString("id", share.Id);
        json.WriteString("collection", share.Collection);
        json.WriteString("item", share.Item);
        json.WriteString("password", share.HasPassword ? Mask : null);
        if (share.MaxUses is { } most) json.WriteNumber("max_uses", most); else json.WriteNull("max_uses");
        json.WriteNumber("times_used", share.TimesUsed);
        json.WriteString("date_start", Text(share.Start));
        json.WriteString("date_end", Text(share.End));
        json.WriteEndObject();
    }

    private static ShareInfo Message(LinkedShare share)
    {
        var info = new ShareInfo
        {
            Id = share.Id.ToString(),
            Collection = share.Collection,
            Item = share.Item,
            TimesUsed = share.TimesUsed,
            DateStart = share.Start is { } start ? Timestamp.FromDateTimeOffset(start) : null,
            DateEnd = share.End is { } end ? Timestamp.FromDateTimeOffset(end) : null,
        };
        if (share.HasPassword) info.Password = Mask;
        if (share.MaxUses is { } most) info.MaxUses = most;
        return info;
    }

    private static string? Text(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
