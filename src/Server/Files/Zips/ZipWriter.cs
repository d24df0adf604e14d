using System.IO.Compression;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Files.Storage;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Files.Zips;

/// <summary>Writes archives while their files are read. Of the contents it holds a buffer, of the files that are done what the
/// directory at the end says of them.</summary>
internal sealed class ZipWriter(Database database, Storages storages, TimeProvider clock, ILogger<ZipWriter> logger)
{
    private const int Part = 200;
    private const int BufferSize = 64 * 1024;

    public async Task WriteAsync(ZipPlan plan, Stream target, CancellationToken cancellation)
    {
        await using var pieces = new ZipTarget(target);
        await using (var archive = await ZipArchive.CreateAsync(pieces, ZipArchiveMode.Create, leaveOpen: true, null, cancellation))
        {
            foreach (var part in plan.Files.Chunk(Part))
            {
                var rows = await RowsAsync(part, cancellation);
                foreach (var file in part)
                    if (rows.TryGetValue(file.Id, out var row)) await AddAsync(archive, plan.Paths, file, row, cancellation);
            }

            foreach (var folder in plan.Folders) Entry(archive, folder);
        }

        await pieces.HandOnAsync(cancellation);
    }

    private async Task<Dictionary<Guid, FileRow>> RowsAsync(ZippedFile[] files, CancellationToken cancellation)
    {
        var ids = files.Select(file => file.Id).ToArray();
        await using var session = await database.OpenAsync(cancellation);
        return await session.Table<FileRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellation);
    }

    // A content that is gone is as good as a file that is.
    private async Task AddAsync(ZipArchive archive, ZipPaths paths, ZippedFile file, FileRow row, CancellationToken cancellation)
    {
        var content = StoredContent.Of(row) is { } stored && storages.TryGet(stored.Location, out var storage)
            ? await storage.OpenAsync(stored.Name, cancellation) : null;
        if (content is null)
        {
            FilesLog.Missing(logger, row.Storage, row.FilenameDisk ?? "");
            return;
        }

        await using (content)
        {
            var name = ZipNames.Plain(file.Name) is { Length: > 0 } plain ? plain : $"{row.Id}{MediaTypes.Extension(row.Type)}";
            await using var target = await Entry(archive, paths.Take(file.Folder + name)).OpenAsync(cancellation);
            await content.CopyToAsync(target, BufferSize, cancellation);
        }
    }

    private ZipArchiveEntry Entry(ZipArchive archive, string path)
    {
        var entry = archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = clock.GetUtcNow();
        return entry;
    }
}
