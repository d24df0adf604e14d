namespace Directus.Grpc.Server.Schema;

internal static partial class SchemaLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The schema could not be read again; version {Version} stays in use")]
    public static partial void ReloadFailed(ILogger logger, long version, Exception error);
}
