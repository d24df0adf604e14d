using System.Formats.Tar;
using System.IO.Compression;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>Unpacks what is served of the app's package: its built files, and the licence beside them.</summary>
internal static class StudioPackage
{
    private const string Built = "package/dist/";
    private const string Licence = "package/license";

    /// <summary>Makes the whole folder, or none.</summary>
    public static async Task UnpackAsync(string package, string target)
    {
        var parts = $"{target}.{Guid.NewGuid():N}";
        try
        {
            await ExtractAsync(package, Directory.CreateDirectory(parts).FullName);
            if (!File.Exists(Path.Combine(parts, "index.html"))) throw new InvalidDataException("There is no app in the package.");
            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(parts, target);
        }
        finally
        {
            if (Directory.Exists(parts)) Directory.Delete(parts, recursive: true);
        }
    }

    private static async Task ExtractAsync(string package, string folder)
    {
        await using var file = File.OpenRead(package);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        await using var entries = new TarReader(content);
        while (await entries.GetNextEntryAsync() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || NameOf(entry.Name) is not { } name) continue;
            var path = Path.GetFullPath(Path.Combine(folder, name));
            if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new InvalidDataException($"{entry.Name} would be outside of its folder.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            // Not by the entry's own date, which is the same in every release: browsers compare it.
            await using var copy = File.Create(path);
            if (entry.DataStream is { } data) await data.CopyToAsync(copy);
        }
    }

    private static string? NameOf(string entry) => entry == Licence ? "license"
        : entry.StartsWith(Built, StringComparison.Ordinal) ? entry[Built.Length..]
        : null;
}
