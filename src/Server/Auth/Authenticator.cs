using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth;

/// <summary>Finds out whose token a call carries.</summary>
public sealed class Authenticator
{
    /// <summary>The identity behind a token (JWT or static), or the public when there is none. Throws INVALID_CREDENTIALS,
    /// TOKEN_EXPIRED or INVALID_TOKEN. `client` brings address, user agent and origin, which the result keeps.</summary>
    public ValueTask<Principal> AuthenticateAsync(string? token, Principal client, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
