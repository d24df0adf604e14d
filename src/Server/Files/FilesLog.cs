namespace Directus.Grpc.Server.Files;

internal static partial class FilesLog
{
    [LoggerMessage(1, LogLevel.Warning, "The content {Name} of the storage {Location} could not be removed.")]
    public static partial void NotRemoved(ILogger logger, string location, string name, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "The content {Name} of the storage {Location} is missing.")]
    public static partial void Missing(ILogger logger, string location, string name);

    [LoggerMessage(3, LogLevel.Warning, "Pictures cannot be read: libvips is not there. Pictures are stored and sent as they are.")]
    public static partial void NoPictures(ILogger logger, Exception error);
}
