using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Files.Storage;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.Files;

/// <summary>Where a content is and what is known about it is the server's to say; a content leaves its storage once no row
/// tells of it any more, and not before that is committed.</summary>
internal sealed class FileRules(ContentRemoval removal, Storages storages, ValuesAsRead values) : IItemRules
{
    // What the sender says of it stands before what is read of the content.
    private const string Metadata = "metadata";

    // Whoever could set these could read, overwrite or hide the content of another.
    private static readonly string[] Managed = ["filename_disk", "filesize", "uploaded_by", "uploaded_on", "tus_id", "tus_data"];

    public string Collection => SystemCollections.Files;

    /// <summary>Refuses files without a type.</summary>
    public static void RequireTypes(IEnumerable<JsonElement> files)
    {
        foreach (var file in files)
            if (!file.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.ValueEquals("")) throw NoType();
    }

    public async Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            RequireFree(item);
            if (Text(item["type"]) is not { Length: > 0 }) throw NoType();
            RequireStorage(item);
            if (WritesWithContent.Take(caller, session, item) is not { } file) continue;
            Add(file, item, session);
            if (!item.ContainsKey("folder")) await SetFolderAsync(session, item, cancellation);
        }
    }

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        var content = WritesWithContent.Take(caller, session, data);
        await RequireKeptAsync(caller, session, keys, data, content is null ? [.. Managed, "storage"] : Managed, cancellation);
        if (content is { } file)
        {
            var before = await ContentsAsync(session, keys, cancellation);
            if (before.Count == 0) return;
            Add(file, data, session);
            session.AfterCommit(() => removal.RunAsync(before));
        }
    }

    public async Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation)
    {
        var contents = await ContentsAsync(session, keys, cancellation);
        session.AfterCommit(() => removal.RunAsync(contents));
    }

    private static DirectusException NoType() => DirectusException.InvalidPayload("\"type\" is required");

    private static void Add(ReceivedFile file, JsonObject item, DbSession session)
    {
        foreach (var (name, value) in file.Facts)
            if (name != Metadata || !item.ContainsKey(name)) item[name] = value?.DeepClone();
        foreach (var (name, value) in file.Hints)
            if (!item.ContainsKey(name)) item[name] = value?.DeepClone();
        session.AfterCommit(() =>
        {
            file.IsKept = true;
            return Task.CompletedTask;
        });
    }

    private static async Task SetFolderAsync(DbSession session, JsonObject item, CancellationToken cancellation)
    {
        var settings = await session.Table<AssetSettingsRow>().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellation);
        if (settings?.DefaultFolder is { } folder) item["folder"] = folder.ToString();
    }

    private static async Task<List<StoredContent>> ContentsAsync(DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation)
    {
        // Another kind of key must not slip past unseen.
        var ids = keys.Select(key => key is Guid id ? id : Guid.Parse((string)key)).ToList();
        var files = new List<FileRow>(ids.Count);
        foreach (var some in ids.Chunk(500))
            files.AddRange(await session.Table<FileRow>().Where(file => some.Contains(file.Id)).ToListAsync(cancellation));
        return [.. files.Select(StoredContent.Of).OfType<StoredContent>()];
    }

    private static void RequireFree(JsonObject data)
    {
        if (Managed.FirstOrDefault(data.ContainsKey) is { } managed) throw DirectusException.Forbidden(SystemCollections.Files, managed);
    }

    // Clients send back what they read.
    private async Task RequireKeptAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, IReadOnlyList<string> kept,
        CancellationToken cancellation)
    {
        var given = kept.Where(data.ContainsKey).ToList();
        if (given.Count == 0) return;
        if (!await values.MatchAsync(caller, session, SystemCollections.Files, keys, data, given, cancellation))
            throw DirectusException.Forbidden(SystemCollections.Files, given[0]);
        foreach (var name in given) data.Remove(name);
    }

    private void RequireStorage(JsonObject item)
    {
        if (Text(item["storage"]) is { } name && storages.TryGet(name, out _)) return;
        throw DirectusException.InvalidPayload("\"storage\" has to be a storage of this server");
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
