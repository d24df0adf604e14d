namespace Directus.Grpc.Server.Auth;

/// <summary>How a token's cookie is written.</summary>
public sealed class TokenCookieOptions
{
    public string Name { get; set; } = "";

    public string? Domain { get; set; }

    public bool Secure { get; set; }

    public SameSiteMode SameSite { get; set; } = SameSiteMode.Lax;
}
