namespace Directus.Grpc.Server.Files.Zips;

/// <summary>What an archive has to know of a file or folder, as far as its reader may.</summary>
internal sealed record ZipRow(Guid Id, string? Name, Guid? Parent);
