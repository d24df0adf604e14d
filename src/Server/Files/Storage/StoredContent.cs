using Directus.Grpc.Server.Data.SystemTables.Rows;

namespace Directus.Grpc.Server.Files.Storage;

/// <summary>Where a content is.</summary>
internal sealed record StoredContent(string Location, StoredName Name)
{
    /// <summary>The content of a file; null when the row names none that this server could keep.</summary>
    public static StoredContent? Of(FileRow file) =>
        StoredName.TryParse(file.FilenameDisk, out var name) ? new StoredContent(file.Storage, name) : null;
}
