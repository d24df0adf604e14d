namespace Directus.Grpc.Server.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(3001, LogLevel.Warning, "Changes of other servers can't be heard; trying again")]
    public static partial void ChangesLost(ILogger logger, Exception error);
}
