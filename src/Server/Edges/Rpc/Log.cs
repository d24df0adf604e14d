namespace Directus.Grpc.Server.Edges.Rpc;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "{Method} {Path} failed [{TraceId}]")]
    public static partial void Unexpected(ILogger logger, string method, string path, string traceId, Exception cause);

    [LoggerMessage(1003, LogLevel.Warning, "The schema is not as it was read [{TraceId}]")]
    public static partial void SchemaOutdated(ILogger logger, string traceId, Exception error);

    [LoggerMessage(1002, LogLevel.Error, "The database does not answer [{TraceId}]")]
    public static partial void DatabaseUnavailable(ILogger logger, string traceId, Exception cause);
}
