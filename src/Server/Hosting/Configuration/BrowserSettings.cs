using Directus.Grpc.Server.Hosting.Cors;
using Directus.Grpc.Server.Hosting.Proxies;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Proxies, and pages of other sites.</summary>
internal static class BrowserSettings
{
    public static Setting[] All { get; } =
    [
        new("IP_TRUST_PROXY", $"{ProxyOptions.Section}:{nameof(ProxyOptions.Trust)}", SettingKind.Proxies),
        new("IP_CUSTOM_HEADER", $"{ProxyOptions.Section}:{nameof(ProxyOptions.Header)}", SettingKind.HeaderName),
        new("CORS_ENABLED", $"{CorsSettings.Section}:{nameof(CorsSettings.Enabled)}", SettingKind.Flag),
        new("CORS_ORIGIN", $"{CorsSettings.Section}:{nameof(CorsSettings.Origin)}", SettingKind.Origins),
        new("CORS_METHODS", $"{CorsSettings.Section}:{nameof(CorsSettings.Methods)}"),
        new("CORS_ALLOWED_HEADERS", $"{CorsSettings.Section}:{nameof(CorsSettings.AllowedHeaders)}"),
        new("CORS_EXPOSED_HEADERS", $"{CorsSettings.Section}:{nameof(CorsSettings.ExposedHeaders)}"),
        new("CORS_CREDENTIALS", $"{CorsSettings.Section}:{nameof(CorsSettings.Credentials)}", SettingKind.Flag),
        new("CORS_MAX_AGE", $"{CorsSettings.Section}:{nameof(CorsSettings.MaxAge)}", SettingKind.Integer) { Min = 0 },
    ];
}
