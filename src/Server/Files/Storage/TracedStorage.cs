using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Files.Storage;

/// <summary>Tells traces what a storage does.</summary>
internal sealed class TracedStorage(string location, IStorage storage) : IStorage
{
    public async Task WriteAsync(StoredName name, Stream content, CancellationToken cancellation)
    {
        using var span = Start("storage write");
        await storage.WriteAsync(name, content, cancellation);
    }

    public async Task<Stream?> OpenAsync(StoredName name, CancellationToken cancellation)
    {
        using var span = Start("storage open");
        return await storage.OpenAsync(name, cancellation);
    }

    public async Task RemoveAsync(StoredName name, CancellationToken cancellation)
    {
        using var span = Start("storage remove");
        await storage.RemoveAsync(name, cancellation);
    }

    private System.Diagnostics.Activity? Start(string name) => Tracing.Start(name)?.SetTag("directus.storage", location);
}
