using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Files.Pictures;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>Takes a content into its storage, and finds out what there is to know about it.</summary>
internal sealed class FileReceiver(Storages storages, PictureReader pictures, ContentRemoval removal, TimeProvider clock,
    IOptions<FilesOptions> options)
{
    private const int LongestName = 255;

    private readonly MimeTypeList _types = new(options.Value.MimeTypes);

    /// <param name="file">The file.</param>
    /// <param name="location">The storage that is to keep it; null for the one that the file names, or else the first.</param>
    /// <param name="cancellation">Ends the upload.</param>
    public async Task<ReceivedFile> ReceiveAsync(IncomingFile file, string? location, CancellationToken cancellation)
    {
        if (!_types.Admits(file.Type)) throw DirectusException.InvalidPayload("File is of invalid content type");
        var isNew = location is null;
        location ??= Text(file.Fields, "storage") ?? storages.Default;
        if (!storages.TryGet(location, out var storage)) throw DirectusException.InvalidPayload("\"storage\" has to be a storage of this server");

        // A name of its own for each content: nothing is ever written over, whoever chose the key of the row.
        var content = new StoredContent(location, StoredName.New(Guid.NewGuid(), file.Type));
        var bounded = new BoundedContent(file.Content, options.Value.MaxUploadSize);
        await storage.WriteAsync(content.Name, bounded, cancellation);
        try
        {
            var (facts, hints) = await DescribeAsync(storage, content.Name, file.Type, bounded.Count, cancellation);
            return new ReceivedFile(content, Item(file, location, isNew), facts, isNew ? hints : []);
        }
        catch
        {
            await removal.RunAsync([content]);
            throw;
        }
    }

    // What the caller has to be allowed: whatever they said, and what the name says.
    private static JsonObject Item(IncomingFile file, string location, bool isNew)
    {
        var item = (JsonObject)file.Fields.DeepClone();
        var name = Text(item, "filename_download") ?? file.Name;
        item["filename_download"] = name.Length > LongestName ? name[..LongestName] : name;
        item["type"] = file.Type;
        if (!isNew)
        {
            item.Remove("storage");
            return item;
        }

        item["storage"] = location;
        if (Text(item, "title") is null)
            item["title"] = FileTitle.Of(file.Name) is var title && title.Length > LongestName ? title[..LongestName] : title;
        return item;
    }

    private async Task<(JsonObject Facts, JsonObject Hints)> DescribeAsync(IStorage storage, StoredName name, string type, long size,
        CancellationToken cancellation)
    {
        var picture = MediaTypes.IsReadable(type) ? await ReadAsync(storage, name, cancellation) : null;
        var facts = new JsonObject
        {
            ["filename_disk"] = name.Text,
            ["filesize"] = size,
            ["width"] = picture?.Width,
            ["height"] = picture?.Height,
            ["metadata"] = picture?.Metadata.DeepClone(),
            ["uploaded_on"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
        return (facts, picture?.Hints ?? []);
    }

    private async Task<Picture?> ReadAsync(IStorage storage, StoredName name, CancellationToken cancellation)
    {
        await using var content = await storage.OpenAsync(name, cancellation);
        return content is null ? null : pictures.Read(content);
    }

    private static string? Text(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}

/// <summary>FILES_MIME_TYPE_ALLOW_LIST.</summary>
internal sealed class MimeTypeList
{
    private readonly List<Regex> _patterns;

    public MimeTypeList(string list) =>
        _patterns = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pattern)];

    public bool Admits(string type) => _patterns.Any(pattern => pattern.IsMatch(type));

    private static Regex Pattern(string entry) => new(
        $"^{Regex.Escape(entry).Replace("\\*", "[^/]*", StringComparison.Ordinal)}\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
