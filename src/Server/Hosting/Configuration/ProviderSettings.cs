using Directus.Grpc.Server.Auth.Sso;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The variables of each provider that AUTH_PROVIDERS names.</summary>
internal static class ProviderSettings
{
    private static readonly string[] Modes = ["session", "cookie"];
    private static readonly string[] ClientAuthentications = ["client_secret_basic", "client_secret_post", "none"];

    public static IEnumerable<Setting> Of(string provider)
    {
        var prefix = $"AUTH_{provider.ToUpperInvariant()}_";
        var section = $"{SsoOptions.Section}:{nameof(SsoOptions.Providers)}:{provider}:";
        Setting Named(string name, string property, SettingKind kind = SettingKind.Text, params string[] choices) =>
            new(prefix + name, section + property, kind, choices);

        return
        [
            Named("DRIVER", nameof(ProviderOptions.Driver)),
            Named("MODE", nameof(ProviderOptions.Mode), SettingKind.Choice, Modes),
            Named("CLIENT_ID", nameof(ProviderOptions.ClientId)),
            Named("CLIENT_SECRET", nameof(ProviderOptions.ClientSecret), SettingKind.Secret),
            Named("CLIENT_TOKEN_ENDPOINT_AUTH_METHOD", nameof(ProviderOptions.ClientAuthentication), SettingKind.Choice, ClientAuthentications),
            Named("SCOPE", nameof(ProviderOptions.Scope)),
            Named("ISSUER_URL", nameof(ProviderOptions.IssuerUrl), SettingKind.Url),
            Named("AUTHORIZE_URL", nameof(ProviderOptions.AuthorizeUrl), SettingKind.Url),
            Named("ACCESS_URL", nameof(ProviderOptions.AccessUrl), SettingKind.Url),
            Named("PROFILE_URL", nameof(ProviderOptions.ProfileUrl), SettingKind.Url),
            Named("IDENTIFIER_KEY", nameof(ProviderOptions.IdentifierKey)),
            Named("EMAIL_KEY", nameof(ProviderOptions.EmailKey)),
            Named("FIRST_NAME_KEY", nameof(ProviderOptions.FirstNameKey)),
            Named("LAST_NAME_KEY", nameof(ProviderOptions.LastNameKey)),
            Named("ALLOW_PUBLIC_REGISTRATION", nameof(ProviderOptions.AllowPublicRegistration), SettingKind.Flag),
            Named("REQUIRE_VERIFIED_EMAIL", nameof(ProviderOptions.RequireVerifiedEmail), SettingKind.Flag),
            Named("DEFAULT_ROLE_ID", nameof(ProviderOptions.DefaultRole)),
            Named("ROLE_MAPPING", nameof(ProviderOptions.RoleMapping)),
            Named("GROUP_CLAIM_NAME", nameof(ProviderOptions.GroupClaim)),
            Named("SYNC_USER_INFO", nameof(ProviderOptions.SyncUserInfo), SettingKind.Flag),
            Named("REDIRECT_ALLOW_LIST", nameof(ProviderOptions.RedirectAllowList)),
            Named("PARAMS", nameof(ProviderOptions.Params)),
            Named("ICON", nameof(ProviderOptions.Icon)),
            Named("LABEL", nameof(ProviderOptions.Label)),
        ];
    }
}
