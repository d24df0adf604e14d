namespace Directus.Grpc.Server.Retention;

internal static partial class RetentionLog
{
    [LoggerMessage(3101, LogLevel.Information, "Removed {Count} {What} that had had their time")]
    public static partial void Removed(ILogger logger, int count, string what);

    [LoggerMessage(3102, LogLevel.Error, "What has had its time could not be removed")]
    public static partial void Failed(ILogger logger, Exception error);
}
