using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Items.Importing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.Calls.Import;

/// <summary>Brings items in from files, all of a file or nothing, however many they are. A file is received before the first of its items is
/// written, so that nobody waits for a slow sender.</summary>
internal sealed class FileItems(ItemImporter importer, HttpOptions options)
{
    private const long MostBytes = 4L << 30;

    /// <summary>Brings in the first file of a form.</summary>
    public async Task<long> BringInAsync(Caller caller, string collection, HttpCall http, CancellationToken cancellation)
    {
        var target = Require(caller, collection);
        if (!FormFiles.IsForm(http.RequestType)) throw Unsupported(MediaTypes.Plain(http.RequestType), "Content-Type header");
        await foreach (var file in new FormFiles(target, options.MaxPayload).ReadAsync(http, cancellation))
            return await BringInAsync(caller, target, file.Type, file.Content, cancellation);
        throw DirectusException.InvalidPayload("No file was included in the body");
    }

    /// <summary>Brings in the items of a content; answers how many there were.</summary>
    public Task<long> BringInAsync(Caller caller, string collection, string type, Stream content, CancellationToken cancellation) =>
        BringInAsync(caller, Require(caller, collection), type, content, cancellation);

    private async Task<long> BringInAsync(Caller caller, Collection target, string type, Stream content, CancellationToken cancellation)
    {
        Func<Stream, IAsyncEnumerable<JsonElement>> read = type switch
        {
            "text/csv" or "application/vnd.ms-excel" => file => CsvItems.ReadAsync(target, file, cancellation),
            "application/json" => file => JsonItems.ReadAsync(file, cancellation),
            _ => throw Unsupported(type, "file import"),
        };
        await using var received = await ReceivedAsync(content, cancellation);
        return await importer.ImportAsync(caller, target.Name, () =>
        {
            received.Position = 0;
            return read(received);
        }, cancellation);
    }

    // For this process only, and gone when it is closed.
    private static async Task<Stream> ReceivedAsync(Stream content, CancellationToken cancellation)
    {
        if (content.CanSeek) return content;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"directus-import-{Guid.NewGuid():N}"), options);
        try
        {
            await new BoundedContent(content, MostBytes).CopyToAsync(file, cancellation);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static Collection Require(Caller caller, string name)
    {
        Caller.RequireUse(name, Data.SystemTables.ItemUses.Create);
        var known = caller.Schema.TryGetCollection(name, out var collection);
        if (!known && caller.Principal.Admin) throw DirectusException.Forbidden(name);
        return known && caller.Access.Allows(name, AccessAction.Create) ? collection! : throw DirectusException.NotPermitted("create", name);
    }

    private static DirectusException Unsupported(string type, string where) => new([new DirectusError(ErrorCodes.UnsupportedMediaType,
        $"Unsupported media type \"{type}\" in {where}.", new Dictionary<string, object?> { ["mediaType"] = type, ["where"] = where })]);
}
