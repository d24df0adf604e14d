using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.Calls.Files;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Import;

/// <summary>Brings items in from files, all of a file or nothing. They are written like those of any call, up to as many as one may write.</summary>
internal sealed class FileItems(ItemWriter writer, HttpOptions options, IOptions<WriteLimits> limits)
{
    private const long MostBytes = 256L << 20;

    /// <summary>Brings in the first file of a form.</summary>
    public async Task<int> BringInAsync(Caller caller, string collection, HttpCall http, CancellationToken cancellation)
    {
        var target = Require(caller, collection);
        if (!FormFiles.IsForm(http.RequestType)) throw Unsupported(MediaTypes.Plain(http.RequestType), "Content-Type header");
        await foreach (var file in new FormFiles(target, options.MaxPayload).ReadAsync(http, cancellation))
            return await BringInAsync(caller, target, file.Type, file.Content, cancellation);
        throw DirectusException.InvalidPayload("No file was included in the body");
    }

    /// <summary>Brings in the items of a content; answers how many there were.</summary>
    public Task<int> BringInAsync(Caller caller, string collection, string type, Stream content, CancellationToken cancellation) =>
        BringInAsync(caller, Require(caller, collection), type, content, cancellation);

    private async Task<int> BringInAsync(Caller caller, Collection target, string type, Stream content, CancellationToken cancellation)
    {
        var bounded = new BoundedContent(content, MostBytes);
        var rows = type switch
        {
            "text/csv" or "application/vnd.ms-excel" => CsvItems.ReadAsync(target, bounded, cancellation),
            "application/json" => JsonItems.ReadAsync(bounded, cancellation),
            _ => throw Unsupported(type, "file import"),
        };
        var items = new List<JsonElement>();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (items.Count >= limits.Value.MaxItems) throw WriteErrors.TooMany(limits.Value.MaxItems);
            items.Add(row);
        }

        return (await writer.WriteAsync(caller, new ItemWrite.Import(target.Name, items), cancellation)).Count;
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
