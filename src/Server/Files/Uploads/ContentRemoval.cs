using Directus.Grpc.Server.Files.Storage;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>Removes contents that no row tells of. Nobody waits for it to succeed: what cannot be removed is told of in the log.</summary>
internal sealed class ContentRemoval(Storages storages, ILogger<ContentRemoval> logger)
{
    public async Task RunAsync(IEnumerable<StoredContent> contents)
    {
        foreach (var content in contents)
        {
            if (!storages.TryGet(content.Location, out var storage)) continue;
            try
            {
                await storage.RemoveAsync(content.Name, CancellationToken.None);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                FilesLog.NotRemoved(logger, content.Location, content.Name.Text, error);
            }
        }
    }
}
