using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.History.Revisions;
using Directus.Grpc.Server.History.Versions;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History;

/// <summary>Reads items as their versions have them, and as they were.</summary>
internal sealed class ItemMoments(StoredItems stored, StoredVersions versions, PastContent past, ItemOverlay overlay) : IItemSource
{
    // What Directus 12 calls the item itself. Here a version may have that name, too.
    private const string Published = "published";

    // Of a list Directus knows no versions, and takes no notice of their names.
    public bool Takes(Caller caller, ItemRead read)
    {
        if (read.Query is { Version: null, At: null }) return false;
        return read is ItemRead.One || read.Query.At is not null
            || (caller.Schema.TryGetCollection(read.Collection, out var collection) && collection.Singleton);
    }

    public async Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        if (read.Query is { Version: not null, At: not null }) throw DirectusException.InvalidQuery("\"at\" and \"version\" exclude each other");
        var collection = caller.Require(read.Collection, read is ItemRead.One ? ItemUses.Get : ItemUses.List);
        if (read is ItemRead.List && !collection.Singleton) throw DirectusException.InvalidQuery("\"at\" applies to one item");
        var key = read is ItemRead.One one ? ItemKeys.Parse(collection, one.Key) : await SingleKeyAsync(caller, collection, cancellation);
        var query = read.Query with { Version = null, VersionRaw = false, At = null };
        if (read.Query.At is { } moment)
        {
            var content = await past.ReadAsync(caller, collection, key, moment, cancellation);
            await overlay.ShowAsync(caller, collection, key, content, Authorship.Told, query, sink, cancellation);
            return default;
        }

        var version = await versions.FindAsync(caller, collection.Name, KeyText.Of(key), read.Query.Version!, cancellation);
        if (version is null && read.Query.Version != Published) throw DirectusException.Forbidden();
        if (version?.Delta is not { } delta) return await MainAsync(caller, collection, key, query, sink, cancellation);
        if (read.Query.VersionRaw) await WriteRawAsync(caller, collection, key, version, query, sink, cancellation);
        else
        {
            await overlay.ShowAsync(caller, collection, key, VersionDelta.Content(collection, delta), VersionDelta.Author(delta), query, sink,
                cancellation);
        }

        return default;
    }

    // The item as it is, and over it what the version holds of the fields that are asked for.
    private async Task WriteRawAsync(Caller caller, Collection collection, object key, StoredVersion version, ItemQuery query, JsonSink sink,
        CancellationToken cancellation)
    {
        using var main = new MemorySink();
        await MainAsync(caller, collection, key, query, main, cancellation);
        var item = JsonNode.Parse(main.Written.Span)!.AsObject();
        foreach (var (name, value) in VersionDelta.ShownWhole(caller, collection, version.Item, version.Delta))
            if (item.ContainsKey(name)) item[name] = value?.DeepClone();
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        item.WriteTo(json);
    }

    private Task<ItemsMeta> MainAsync(Caller caller, Collection collection, object key, ItemQuery query, JsonSink sink,
        CancellationToken cancellation) =>
        stored.ReadAsync(caller, new ItemRead.One(collection.Name, JsonSerializer.SerializeToElement(KeyText.Of(key)), query), sink, cancellation);

    private async Task<object> SingleKeyAsync(Caller caller, Collection singleton, CancellationToken cancellation)
    {
        var query = ItemQuery.Default with { Fields = [new FieldSelection(new FieldPath(singleton.PrimaryKey.Name), [])] };
        using var sink = new MemorySink(64);
        await stored.ReadAsync(caller, new ItemRead.List(singleton.Name, query), sink, cancellation);
        return ItemKeys.TryParse(singleton, JsonElement.Parse(sink.Written.Span).GetProperty(singleton.PrimaryKey.Name), out var key)
            ? key
            : throw DirectusException.Forbidden();
    }
}
