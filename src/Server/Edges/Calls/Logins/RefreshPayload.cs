using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Logins;

/// <summary>The refresh token of a call, from wherever its mode keeps it.</summary>
internal readonly record struct RefreshPayload(string Token, LoginMode Mode)
{
    /// <summary>INVALID_PAYLOAD when there is none.</summary>
    public static RefreshPayload Of(PayloadReader payload, TokenCookies? cookies)
    {
        var mode = payload.Has("mode") ? payload.Text("mode") : payload.Has("refresh_token") ? "json" : "cookie";
        return mode switch
        {
            "json" when payload.Has("refresh_token") =>
                new(payload.Text("refresh_token") ?? throw DirectusException.InvalidCredentials(), LoginMode.Json),
            "cookie" when cookies?.RefreshToken is { } token => new(token, LoginMode.Cookie),
            "session" when cookies?.Session is { } token => new(token, LoginMode.Session),
            // A gRPC client has no cookies: in whatever mode, it gives the token itself.
            "cookie" or "session" when cookies is null && payload.Text("refresh_token") is { } token =>
                new(token, mode == "cookie" ? LoginMode.Cookie : LoginMode.Session),
            _ => throw DirectusException.InvalidPayload("The refresh token is required in either the payload or cookie"),
        };
    }
}
