namespace Directus.Grpc.Server.Files.Storage;

/// <summary>A folder of the machine.</summary>
internal sealed class LocalStorage(string root) : IStorage
{
    private const int BufferSize = 64 * 1024;

    private readonly string _root = Path.GetFullPath(root);

    public async Task WriteAsync(StoredName name, Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_root);
        // Nobody sees half of a content: it gets its name when it is whole.
        var partial = PathOf(name) + "." + Path.GetRandomFileName() + ".part";
        try
        {
            await using (var file = new FileStream(partial, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            }))
                await content.CopyToAsync(file, BufferSize, cancellation);
            File.Move(partial, PathOf(name), overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(StoredName name, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(name), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
            }));
        }
        // A folder of that name is no content either.
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task RemoveAsync(StoredName name, CancellationToken cancellation)
    {
        if (!Directory.Exists(_root)) return Task.CompletedTask;
        File.Delete(PathOf(name));
        foreach (var variant in Directory.EnumerateFiles(_root, $"{name.Stem}{StoredName.VariantMark}*")) File.Delete(variant);
        return Task.CompletedTask;
    }

    private string PathOf(StoredName name) => Path.Combine(_root, name.Text);
}
