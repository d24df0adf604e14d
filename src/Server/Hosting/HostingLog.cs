namespace Directus.Grpc.Server.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Changes of other servers can't be heard; trying again")]
    public static partial void ChangesLost(ILogger logger, Exception error);

    [LoggerMessage(3002, LogLevel.Warning, "These variables have no effect, check-env tells why: {Names}")]
    public static partial void WithoutEffect(ILogger logger, string names);
}
