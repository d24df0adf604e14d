namespace Directus.Grpc.Server.Files.Zips;

/// <summary>What an archive is to hold.</summary>
/// <param name="Name">Its own name, without extension.</param>
/// <param name="Files">Its files, in their order.</param>
/// <param name="Folders">The paths of its folders, each with a slash at its end.</param>
/// <param name="Paths">The paths that are taken: those of the folders.</param>
internal sealed record ZipPlan(string Name, IReadOnlyList<ZippedFile> Files, IReadOnlyList<string> Folders, ZipPaths Paths);
