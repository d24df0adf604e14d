namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>One provider, as the variables AUTH_&lt;NAME&gt;_* describe it.</summary>
internal sealed class ProviderOptions
{
    /// <summary>DRIVER.</summary>
    public string Driver { get; set; } = "";

    /// <summary>MODE: `session` or `cookie`, where a login ends with a redirect.</summary>
    public string Mode { get; set; } = "session";

    /// <summary>CLIENT_ID.</summary>
    public string? ClientId { get; set; }

    /// <summary>CLIENT_SECRET.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>CLIENT_TOKEN_ENDPOINT_AUTH_METHOD: how the secret is shown.</summary>
    public string ClientAuthentication { get; set; } = "client_secret_basic";

    /// <summary>SCOPE; null for what the driver usually asks for.</summary>
    public string? Scope { get; set; }

    /// <summary>ISSUER_URL: the discovery document, or the issuer whose document it is.</summary>
    public string? IssuerUrl { get; set; }

    /// <summary>AUTHORIZE_URL.</summary>
    public string? AuthorizeUrl { get; set; }

    /// <summary>ACCESS_URL.</summary>
    public string? AccessUrl { get; set; }

    /// <summary>PROFILE_URL.</summary>
    public string? ProfileUrl { get; set; }

    /// <summary>IDENTIFIER_KEY.</summary>
    public string? IdentifierKey { get; set; }

    /// <summary>EMAIL_KEY.</summary>
    public string? EmailKey { get; set; }

    /// <summary>FIRST_NAME_KEY.</summary>
    public string? FirstNameKey { get; set; }

    /// <summary>LAST_NAME_KEY.</summary>
    public string? LastNameKey { get; set; }

    /// <summary>ALLOW_PUBLIC_REGISTRATION.</summary>
    public bool AllowPublicRegistration { get; set; }

    /// <summary>REQUIRE_VERIFIED_EMAIL.</summary>
    public bool RequireVerifiedEmail { get; set; }

    /// <summary>DEFAULT_ROLE_ID.</summary>
    public string? DefaultRole { get; set; }

    /// <summary>ROLE_MAPPING: a JSON object of groups and roles.</summary>
    public string? RoleMapping { get; set; }

    /// <summary>GROUP_CLAIM_NAME.</summary>
    public string GroupClaim { get; set; } = "groups";

    /// <summary>SYNC_USER_INFO.</summary>
    public bool SyncUserInfo { get; set; }

    /// <summary>REDIRECT_ALLOW_LIST.</summary>
    public string RedirectAllowList { get; set; } = "";

    /// <summary>PARAMS: a JSON object of more parameters for the login page.</summary>
    public string? Params { get; set; }

    /// <summary>ICON.</summary>
    public string Icon { get; set; } = "account_circle";

    /// <summary>LABEL; null for the provider's name.</summary>
    public string? Label { get; set; }
}
