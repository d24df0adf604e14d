using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Sso;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Tokens, accounts, logins by other servers, and the first administrator.</summary>
internal static class AccountSettings
{
    public static Setting[] All { get; } =
    [
        new("SECRET", $"{TokenOptions.Section}:Secret", SettingKind.Secret),
        new("ACCESS_TOKEN_TTL", $"{TokenOptions.Section}:AccessTokenTtl", SettingKind.Duration),
        new("REFRESH_TOKEN_TTL", $"{TokenOptions.Section}:RefreshTokenTtl", SettingKind.Duration),
        new("SESSION_COOKIE_TTL", $"{TokenOptions.Section}:SessionCookieTtl", SettingKind.Duration),
        .. Cookie("REFRESH_TOKEN_COOKIE", "RefreshCookie"),
        .. Cookie("SESSION_COOKIE", "SessionCookie"),
        new("SESSION_REFRESH_GRACE_PERIOD", $"{TokenOptions.Section}:RefreshGrace", SettingKind.Duration),
        new("LOGIN_STALL_TIME", $"{AccountOptions.Section}:LoginStall", SettingKind.Duration),
        new("REGISTER_STALL_TIME", $"{AccountOptions.Section}:RegisterStall", SettingKind.Duration),
        new("USER_INVITE_TOKEN_TTL", $"{AccountOptions.Section}:InviteTtl", SettingKind.Duration),
        new("EMAIL_VERIFICATION_TOKEN_TTL", $"{AccountOptions.Section}:VerificationTtl", SettingKind.Duration),
        new("PASSWORD_RESET_URL_ALLOW_LIST", $"{AccountOptions.Section}:ResetUrls"),
        new("USER_INVITE_URL_ALLOW_LIST", $"{AccountOptions.Section}:InviteUrls"),
        new("USER_REGISTER_URL_ALLOW_LIST", $"{AccountOptions.Section}:RegisterUrls"),
        new("HASH_MEMORY_COST", $"{HashOptions.Section}:{nameof(HashOptions.MemoryCost)}",
            SettingKind.Integer) { Min = HashOptions.LeastMemory, Max = HashOptions.MostMemory },
        new("HASH_TIME_COST", $"{HashOptions.Section}:{nameof(HashOptions.TimeCost)}", SettingKind.Integer) { Min = 1, Max = HashOptions.MostPasses },
        new("AUTH_PROVIDERS", $"{SsoOptions.Section}:{nameof(SsoOptions.Names)}"),
        new("AUTH_DISABLE_DEFAULT", $"{SsoOptions.Section}:{nameof(SsoOptions.DisableDefault)}", SettingKind.Flag),
        new("AUTH_ALLOWED_PUBLIC_URLS", $"{SsoOptions.Section}:{nameof(SsoOptions.AllowedPublicUrls)}", SettingKind.Urls),
        new("ADMIN_EMAIL", $"{AdminOptions.Section}:Email"),
        new("ADMIN_PASSWORD", $"{AdminOptions.Section}:Password", SettingKind.Secret),
        new("ADMIN_TOKEN", $"{AdminOptions.Section}:Token", SettingKind.Secret),
    ];

    private static Setting[] Cookie(string prefix, string property) =>
    [
        new($"{prefix}_NAME", $"{TokenOptions.Section}:{property}:Name"),
        new($"{prefix}_DOMAIN", $"{TokenOptions.Section}:{property}:Domain"),
        new($"{prefix}_SECURE", $"{TokenOptions.Section}:{property}:Secure", SettingKind.Flag),
        new($"{prefix}_SAME_SITE", $"{TokenOptions.Section}:{property}:SameSite", SettingKind.Choice, "lax", "strict", "none"),
    ];
}
