namespace Directus.Grpc.Server.Edges.Calls;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "{Method} {Path} failed [{TraceId}]")]
    public static partial void Unexpected(ILogger logger, string method, string path, string traceId, Exception cause);

    [LoggerMessage(1004, LogLevel.Debug, "{Path}: a message that is none of its type")]
    public static partial void UnreadableMessage(ILogger logger, string path);

    [LoggerMessage(1005, LogLevel.Debug, "{Path}: {Problem}")]
    public static partial void BadMessage(ILogger logger, string path, string problem);

    [LoggerMessage(1006, LogLevel.Debug, "{Method} {Path}: the caller has left ({Reason})")]
    public static partial void CallerLeft(ILogger logger, string method, string path, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "The schema is not as it was read [{TraceId}]")]
    public static partial void SchemaOutdated(ILogger logger, string traceId, Exception error);

    [LoggerMessage(1002, LogLevel.Error, "The database does not answer [{TraceId}]")]
    public static partial void DatabaseUnavailable(ILogger logger, string traceId, Exception cause);
}
