using Directus.Grpc.Auth.V1;

namespace Directus.Grpc.Client;

/// <summary>What the calls of a session carry, and from when it should be renewed.</summary>
internal sealed record SessionTokens(string? Access, string? Refresh, DateTimeOffset RenewAt)
{
    // A token is renewed so long before its end that a call which leaves now arrives in time.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    public static SessionTokens None { get; } = Static(null);

    public bool CanRenew => Refresh is not null;

    public static SessionTokens Static(string? token) => new(token, null, DateTimeOffset.MaxValue);

    public static SessionTokens From(Tokens tokens, DateTimeOffset now)
    {
        var life = TimeSpan.FromMilliseconds(tokens.Expires);
        var margin = life / 10 < Margin ? life / 10 : Margin;
        return new(tokens.AccessToken, tokens.RefreshToken.Length == 0 ? null : tokens.RefreshToken, now + life - margin);
    }
}
