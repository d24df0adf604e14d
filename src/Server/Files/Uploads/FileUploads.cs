using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>Takes files in: contents first, then their rows in one transaction. Whoever may not is refused before a byte is
/// read, and of what is refused later no content stays.</summary>
internal sealed class FileUploads(ItemWriter writer, ItemRights rights, FileReceiver receiver, ContentRemoval removal, Database database)
{
    private const string Files = SystemCollections.Files;

    /// <summary>Makes a file of each; answers their keys.</summary>
    public Task<IReadOnlyList<object>> CreateAsync(Caller caller, IAsyncEnumerable<IncomingFile> files, CancellationToken cancellation)
    {
        caller.Require(Files, AccessAction.Create);
        return KeepAsync(caller, files, null, (own, received) =>
            writer.WriteAsync(own, new ItemWrite.Create(Files, [.. received.Select(file => JsonSerializer.SerializeToElement(file.Item))]),
                CancellationToken.None), cancellation);
    }

    /// <summary>Gives a file new content.</summary>
    public async Task<IReadOnlyList<object>> ReplaceAsync(Caller caller, string key, IAsyncEnumerable<IncomingFile> files,
        CancellationToken cancellation)
    {
        caller.Require(Files, AccessAction.Update);
        if (!Guid.TryParse(key, out var id) || !await rights.MayAsync(caller, AccessAction.Update, Files, key, cancellation))
            throw DirectusException.Forbidden();
        var location = await LocationAsync(id, cancellation);
        return await KeepAsync(caller, files, location, (own, received) =>
        {
            if (received.Count > 1) throw DirectusException.InvalidPayload("One file has one content");
            var (target, data) = (JsonSerializer.SerializeToElement(key), JsonSerializer.SerializeToElement(received[0].Item));
            return writer.WriteAsync(own, new ItemWrite.Update(Files, [target], data), CancellationToken.None);
        }, cancellation);
    }

    // Once the contents are there the write is not given up any more: it either happens or not.
    private async Task<IReadOnlyList<object>> KeepAsync(Caller caller, IAsyncEnumerable<IncomingFile> files, string? location,
        Func<Caller, IReadOnlyList<ReceivedFile>, Task<IReadOnlyList<object>>> write, CancellationToken cancellation)
    {
        var received = new List<ReceivedFile>();
        try
        {
            await foreach (var file in files.WithCancellation(cancellation)) received.Add(await receiver.ReceiveAsync(file, location, cancellation));
            if (received.Count == 0) throw DirectusException.InvalidPayload("No files were included in the body");
            return await write(WritesWithContent.Bringing(received, caller), received);
        }
        finally
        {
            await removal.RunAsync(received.Where(file => !file.IsKept).Select(file => file.Content));
        }
    }

    private async Task<string> LocationAsync(Guid id, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await session.Table<FileRow>().Where(file => file.Id == id).Select(file => file.Storage).FirstOrDefaultAsync(cancellation)
            ?? throw DirectusException.Forbidden();
    }
}
