namespace Directus.Grpc.Server.Files.Storage;

/// <summary>A place that keeps contents by name. A content is written once and never changed.</summary>
internal interface IStorage
{
    /// <summary>Keeps the content; when it cannot be read to its end, nothing of it is kept.</summary>
    Task WriteAsync(StoredName name, Stream content, CancellationToken cancellation);

    /// <summary>A seekable stream of the content; null when there is none.</summary>
    Task<Stream?> OpenAsync(StoredName name, CancellationToken cancellation);

    /// <summary>Removes the content and what was made of it; it may be gone already.</summary>
    Task RemoveAsync(StoredName name, CancellationToken cancellation);
}
