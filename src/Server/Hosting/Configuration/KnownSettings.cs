namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Every environment variable that the server reads. docs/configuration.md tells about each, and a test compares.</summary>
internal static class KnownSettings
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. ListenSettings.All,
        .. BrowserSettings.All,
        .. LimitSettings.All,
        .. MovingSettings.All,
        .. OperationsSettings.All,
        .. TelemetrySettings.All,
        .. DatabaseSettings.All,
        .. AccountSettings.All,
        .. MailSettings.All,
        .. FileSettings.All,
        .. QuerySettings.All,
    ];
}
