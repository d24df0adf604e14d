using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Finds out who calls, whatever way the call came.</summary>
internal sealed class CallEntry(Authenticator authenticator, AccessStore access, HttpOptions options, IOptions<TokenOptions> tokens)
{
    /// <summary>The caller by the token of the metadata.</summary>
    public async ValueTask<Caller> OfGrpcAsync(HttpContext http, CancellationToken cancellation)
    {
        var identity = await authenticator.AuthenticateAsync(CallToken.OfHeader(http), CallClient.Of(http), cancellation);
        return await access.CallerAsync(identity, cancellation);
    }

    /// <summary>The caller by the token of the header, the query string or the session cookie.</summary>
    public async ValueTask<Caller> OfHttpAsync(HttpContext http, CancellationToken cancellation)
    {
        var token = CallToken.OfHttp(http, options.SessionCookie, out var ofCookie);
        try
        {
            var identity = await authenticator.AuthenticateAsync(token, CallClient.Of(http), cancellation);
            return await access.CallerAsync(identity, cancellation);
        }
        catch (DirectusException refusal) when (ofCookie && refusal.Code == ErrorCodes.InvalidCredentials)
        {
            // A cookie that is good for nothing any more would be sent, and refused, with every call.
            TokenCookies.ClearSession(http, tokens.Value);
            throw;
        }
    }
}
