using Directus.Grpc.Server.Edges.Pages;
using Directus.Grpc.Server.Hosting.Web;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Where the server listens, and what it says to browsers with every answer.</summary>
internal static class ListenSettings
{
    public static Setting[] All { get; } =
    [
        new("HOST", $"{ListenOptions.Section}:Host", SettingKind.Address),
        new("PORT", $"{ListenOptions.Section}:Port", SettingKind.Port),
        new("GRPC_PORT", $"{ListenOptions.Section}:GrpcPort", SettingKind.Port),
        new("PUBLIC_URL", $"{ListenOptions.Section}:PublicUrl", SettingKind.Url),
        new("TLS_CERT_FILE", $"{ListenOptions.Section}:TlsCertFile", SettingKind.File),
        new("TLS_KEY_FILE", $"{ListenOptions.Section}:TlsKeyFile", SettingKind.File),
        new("GRPC_REFLECTION", $"{ListenOptions.Section}:Reflection", SettingKind.Flag),
        new("SERVER_SHUTDOWN_TIMEOUT", $"{ListenOptions.Section}:{nameof(ListenOptions.ShutdownTimeout)}", SettingKind.Integer) { Min = 0 },
        new("SERVER_KEEP_ALIVE_TIMEOUT", $"{ListenOptions.Section}:{nameof(ListenOptions.KeepAliveTimeout)}", SettingKind.Integer) { Min = 1 },
        new("SERVER_HEADERS_TIMEOUT", $"{ListenOptions.Section}:{nameof(ListenOptions.HeadersTimeout)}", SettingKind.Integer) { Min = 1 },
        new("ROOT_REDIRECT", $"{WebOptions.Section}:{nameof(WebOptions.RootRedirect)}"),
        new("STUDIO_ROOT", $"{StudioOptions.Section}:{nameof(StudioOptions.Root)}", SettingKind.Site),
        new("ROBOTS_TXT", $"{WebOptions.Section}:{nameof(WebOptions.RobotsTxt)}", SettingKind.Lines),
        new("HSTS_ENABLED", $"{WebOptions.Section}:{nameof(WebOptions.Hsts)}", SettingKind.Flag),
        new("HSTS_MAX_AGE", $"{WebOptions.Section}:{nameof(WebOptions.HstsMaxAge)}", SettingKind.Integer) { Min = 0 },
        new("HSTS_INCLUDE_SUB_DOMAINS", $"{WebOptions.Section}:{nameof(WebOptions.HstsIncludeSubDomains)}", SettingKind.Flag),
        new("HSTS_PRELOAD", $"{WebOptions.Section}:{nameof(WebOptions.HstsPreload)}", SettingKind.Flag),
    ];
}
