using System.ComponentModel.DataAnnotations;

namespace Directus.Grpc.Server.Auth;

/// <summary>Secrets, lives and cookies of tokens.</summary>
public sealed class TokenOptions
{
    public const string Section = "Tokens";

    /// <summary>SECRET: signs the access tokens; the same for every server of a project.</summary>
    [Required(ErrorMessage = "SECRET is not set.")]
    public string Secret { get; set; } = "";

    /// <summary>ACCESS_TOKEN_TTL.</summary>
    public TimeSpan AccessTokenTtl { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>REFRESH_TOKEN_TTL.</summary>
    public TimeSpan RefreshTokenTtl { get; set; } = TimeSpan.FromDays(7);

    /// <summary>SESSION_COOKIE_TTL: life of the token in a session cookie.</summary>
    public TimeSpan SessionCookieTtl { get; set; } = TimeSpan.FromDays(1);

    /// <summary>SESSION_REFRESH_GRACE_PERIOD: how long a session cookie, or an access token, works after its session was renewed.</summary>
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>REFRESH_TOKEN_COOKIE_*.</summary>
    public TokenCookieOptions RefreshCookie { get; set; } = new() { Name = "directus_refresh_token" };

    /// <summary>SESSION_COOKIE_*.</summary>
    public TokenCookieOptions SessionCookie { get; set; } = new() { Name = "directus_session_token" };
}
