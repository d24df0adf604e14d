using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth;

/// <summary>Finds out whose token a call carries.</summary>
public sealed class Authenticator
{
    private readonly AccessTokens _tokens;
    private readonly IdentityStore _store;
    private readonly IdentityCache _cache;

    internal Authenticator(AccessTokens tokens, IdentityStore store, IdentityCache cache) =>
        (_tokens, _store, _cache) = (tokens, store, cache);

    /// <summary>The identity behind a token (JWT or static), or the public when there is none. Throws INVALID_CREDENTIALS,
    /// TOKEN_EXPIRED or INVALID_TOKEN, and FORBIDDEN for the token of a share that is over. `client` brings address, user
    /// agent and origin, which the result keeps.</summary>
    public async ValueTask<Principal> AuthenticateAsync(string? token, Principal client, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(token)) return client;
        var page = _cache.Current;
        var hash = TokenHash.Of(token);
        if (_cache.Find(page, hash) is not { } identity)
        {
            identity = _tokens.TryRead(token, out var claims)
                ? await _store.OfClaimsAsync(claims, cancellation)
                : await _store.OfStaticTokenAsync(token, cancellation);
            _cache.Add(page, hash, identity);
        }

        return client with { User = identity.User, Role = identity.Role, Share = identity.Share, Session = identity.Session };
    }
}
