namespace Directus.Grpc.Bench.Load;

/// <summary>A file for another program to read; gone when disposed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string text) : this() => File.WriteAllText(Path, text);

    public TemporaryFile(byte[] bytes) : this() => File.WriteAllBytes(Path, bytes);

    private TemporaryFile() => Path = System.IO.Path.GetTempFileName();

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
