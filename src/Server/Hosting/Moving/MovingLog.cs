namespace Directus.Grpc.Server.Hosting.Moving;

internal static partial class MovingLog
{
    [LoggerMessage(3201, LogLevel.Warning, "{Setting} leads back to this server")]
    public static partial void Loop(ILogger logger, string setting);

    [LoggerMessage(3202, LogLevel.Warning, "The server of FALLBACK_URL did not answer: {Error} {Reason}")]
    public static partial void Away(ILogger logger, string error, string reason);
}
