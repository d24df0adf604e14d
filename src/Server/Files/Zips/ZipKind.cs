using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Files.Zips;

/// <summary>A collection whose rows are parts of archives.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Name">The field that holds the name.</param>
/// <param name="Parent">The field that says in which folder it is.</param>
internal sealed record ZipKind(string Collection, string Name, string Parent)
{
    public static ZipKind Files { get; } = new(SystemCollections.Files, "filename_download", "folder");

    public static ZipKind Folders { get; } = new(SystemCollections.Folders, "name", "parent");
}
