namespace Directus.Grpc.Server.Hosting.Moving;

internal static partial class MovingLog
{
    [LoggerMessage(3201, LogLevel.Warning, "{Setting} leads back to this server")]
    public static partial void Loop(ILogger logger, string setting);

    [LoggerMessage(3202, LogLevel.Warning, "The server of FALLBACK_URL did not answer: {Error} {Reason}")]
    public static partial void Away(ILogger logger, string error, string reason);

    [LoggerMessage(3203, LogLevel.Warning, "COMPARE_WITH answers {Method} {Url} otherwise: {Differences}")]
    public static partial void Differs(ILogger logger, string method, string url, string differences);

    [LoggerMessage(3204, LogLevel.Warning, "COMPARE_WITH could not be asked {Method} {Url}: {Reason}")]
    public static partial void NotCompared(ILogger logger, string method, string url, string reason);
}
