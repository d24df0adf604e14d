using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>Writes items into a new file, as the caller may read them, and tells the caller by a notification. The file is written while
/// it is stored; nothing of it is held here but the rows on their way.</summary>
internal sealed class FileExports(ItemReader reader, ItemWriter writer, ItemExports exports, FileUploads uploads, TimeProvider clock)
{
    /// <param name="caller">Who may read the items and create the file.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="format">The kind of file.</param>
    /// <param name="query">Which items, and what of them.</param>
    /// <param name="fields">What is said of the file.</param>
    /// <param name="cancellation">Ends the export.</param>
    /// <returns>The key of the file.</returns>
    public async Task<string> RunAsync(Caller caller, string collection, string format, ItemQuery query, JsonObject fields,
        CancellationToken cancellation)
    {
        if (exports.Find(format) is not { } kind)
            throw DirectusException.InvalidPayload($"\"format\" must be one of [{string.Join(", ", exports.Names)}]");
        caller.Require(collection, ItemUses.List);
        caller.Require(SystemCollections.Files, AccessAction.Create);
        var name = string.Create(CultureInfo.InvariantCulture, $"{collection} {clock.GetUtcNow():yyyyMMdd-HHmmss}.{kind.Extension}");
        fields["title"] ??= name;
        var all = query with { TotalCount = false, FilterCount = false, Export = null };
        await using var spool = exports.Spool();
        await reader.ReadAsync(caller, new ItemRead.List(collection, all), spool, cancellation);

        var pipe = new Pipe();
        var written = WriteAsync(kind, spool, pipe.Writer, cancellation);
        var key = await uploads.CreateAsync(caller,
            OneAsync(new IncomingFile(fields, name, MediaTypes.Plain(kind.ContentType), pipe.Reader.AsStream())), cancellation);
        await written;
        await TellAsync(caller, collection, KeyText(key[0]), cancellation);
        return KeyText(key[0]);
    }

    private static async Task WriteAsync(IExportFormat format, JsonSpool spool, PipeWriter pipe, CancellationToken cancellation)
    {
        try
        {
            await format.WriteAsync(new ExportRows(spool), pipe.AsStream(leaveOpen: true), cancellation);
            await pipe.CompleteAsync();
        }
        catch (Exception error)
        {
            // Who reads the pipe meets it, and keeps nothing.
            await pipe.CompleteAsync(error);
        }
    }

    private async Task TellAsync(Caller caller, string collection, string file, CancellationToken cancellation)
    {
        if (caller.Principal.User is not { } user) return;
        var notification = JsonSerializer.SerializeToElement(new
        {
            recipient = user,
            sender = user,
            subject = $"Your export of {collection} is ready",
            message = $"[The file](/assets/{file})",
            collection = SystemCollections.Files,
            item = file,
        });
        // The server tells it, whatever the caller may write themselves.
        await writer.WriteAsync(caller with { Access = AccessRules.Unrestricted },
            new ItemWrite.Create(SystemCollections.Notifications, [notification]),
            cancellation);
    }

    private static string KeyText(object key) => KeyJson.Of(key).GetString()!;

    private static async IAsyncEnumerable<IncomingFile> OneAsync(IncomingFile file)
    {
        await Task.CompletedTask;
        yield return file;
    }
}
