using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth;

/// <summary>Makes the pair of tokens for a session.</summary>
internal sealed class TokenIssuer(AccessTokens accessTokens, AccessStore access, IOptions<TokenOptions> options)
{
    /// <summary>The identity with the flags that its access token shows to clients.</summary>
    public async ValueTask<Principal> WithFlagsAsync(Principal identity, CancellationToken cancellation) =>
        (await access.CallerAsync(identity, cancellation)).Principal;

    public IssuedTokens Issue(Principal identity, string refreshToken, LoginMode mode)
    {
        var lifetime = mode == LoginMode.Session ? options.Value.SessionCookieTtl : options.Value.AccessTokenTtl;
        var claims = new AccessTokenClaims
        {
            User = identity.User,
            Share = identity.Share,
            Role = identity.Role,
            App = identity is { App: true, Share: null },
            Admin = identity is { Admin: true, Share: null },
            Session = mode == LoginMode.Session ? refreshToken : null,
            Mark = mode == LoginMode.Session ? null : SessionMark.Of(refreshToken)?.Text,
        };
        return new IssuedTokens(accessTokens.Issue(claims, lifetime), refreshToken, lifetime, mode);
    }
}
