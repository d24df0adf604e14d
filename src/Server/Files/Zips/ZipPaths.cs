namespace Directus.Grpc.Server.Files.Zips;

/// <summary>The paths of an archive. Each is there once: of two files with one name the second gets a number.</summary>
internal sealed class ZipPaths
{
    // How many further ones had this path before they got another.
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    public string Take(string path)
    {
        if (_taken.TryAdd(path, 0)) return path;
        string other;
        do other = $"{path} ({++_taken[path]})";
        while (!_taken.TryAdd(other, 0));
        return other;
    }
}
