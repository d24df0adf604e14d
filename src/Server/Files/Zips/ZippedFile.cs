namespace Directus.Grpc.Server.Files.Zips;

/// <summary>A file of an archive.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name; null where the caller may not know it.</param>
/// <param name="Folder">The path of its folder, with a slash at its end; empty for none.</param>
internal sealed record ZippedFile(Guid Id, string? Name, string Folder);
