namespace Directus.Grpc.Server.Auth;

/// <summary>What an access token says: whose it is, either a user's or a share's. The rest of its claims is for clients;
/// what the caller may do is looked up anew.</summary>
internal sealed record AccessTokenClaims
{
    public Guid? User { get; init; }

    public Guid? Share { get; init; }

    public Guid? Role { get; init; }

    /// <summary>The session that must still be there, for tokens of session cookies.</summary>
    public string? Session { get; init; }

    /// <summary>The mark of that session (see <see cref="SessionMark"/>), for tokens that are read by more than the session's cookie.</summary>
    public string? Mark { get; init; }

    public bool App { get; init; }

    public bool Admin { get; init; }

    public DateTimeOffset Expires { get; init; }
}
