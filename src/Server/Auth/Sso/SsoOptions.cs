namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>The other servers that may vouch for users.</summary>
internal sealed class SsoOptions
{
    public const string Section = "Sso";

    /// <summary>AUTH_PROVIDERS: their names, by commas.</summary>
    public string Names { get; set; } = "";

    /// <summary>AUTH_DISABLE_DEFAULT: whether the login by mail address and password is switched off.</summary>
    public bool DisableDefault { get; set; }

    /// <summary>AUTH_ALLOWED_PUBLIC_URLS: addresses, by commas, other than PUBLIC_URL at which logins begin and end.</summary>
    public string AllowedPublicUrls { get; set; } = "";

    public Dictionary<string, ProviderOptions> Providers { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> List => NamesIn(Names);

    public static IReadOnlyList<string> NamesIn(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
