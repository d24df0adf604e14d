namespace Directus.Grpc.Server.Hosting;

/// <summary>The administrator of a new project; without meaning for one that exists.</summary>
internal sealed class AdminOptions
{
    public const string Section = "Admin";

    /// <summary>ADMIN_EMAIL.</summary>
    public string Email { get; set; } = "admin@example.com";

    /// <summary>ADMIN_PASSWORD; without it a random one is made and printed once.</summary>
    public string? Password { get; set; }

    /// <summary>ADMIN_TOKEN: a static token.</summary>
    public string? Token { get; set; }
}
