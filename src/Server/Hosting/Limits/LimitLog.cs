namespace Directus.Grpc.Server.Hosting.Limits;

internal static partial class LimitLog
{
    [LoggerMessage(3101, LogLevel.Warning, "Redis can't be reached; each server counts calls for itself until it can")]
    public static partial void RedisAway(ILogger logger, Exception error);

    [LoggerMessage(3102, LogLevel.Information, "Redis answers again")]
    public static partial void RedisBack(ILogger logger);
}
