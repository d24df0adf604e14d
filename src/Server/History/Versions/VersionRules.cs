using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>A version is of an item that its maker may read, stays with it, and has a name that no other of the item's has. What it
/// holds comes by a save.</summary>
internal sealed class VersionRules(MainItems main, IItemRecorder recorder) : IItemRules
{
    public string Collection => SystemCollections.Versions;

    public async Task OnCreateAsync(Caller caller, DbSession session, IReadOnlyList<JsonObject> items, CancellationToken cancellation)
    {
        VersionShape.RequireNew(items.Select(item => JsonSerializer.SerializeToElement(item)));
        var made = new HashSet<(string, string, string)>();
        foreach (var item in items)
        {
            var key = item["key"]!.ToString();
            var collection = RequireVersioned(caller, item["collection"]!.ToString());
            var typed = ItemKeys.Parse(collection, JsonText.String(item["item"]!.ToString()));
            // Two versions of one name wait for each other here.
            await LockAsync(session, collection, typed, cancellation);
            item["hash"] = (await main.ReadAsync(caller, session, collection, typed, cancellation)).Hash;
            item["item"] = KeyText.Of(typed);
            if (!made.Add((collection.Name, KeyText.Of(typed), key))
                || await IsTakenAsync(session, collection.Name, KeyText.Of(typed), key, [], cancellation))
                throw Taken(collection.Name, KeyText.Of(typed), key);
        }
    }

    public async Task OnUpdateAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, JsonObject data, CancellationToken cancellation)
    {
        if (caller.Brought is VersionSave save)
        {
            data["delta"] = await SaveAsync(caller, session, save, cancellation);
            return;
        }

        VersionShape.RequireChange(JsonSerializer.SerializeToElement(data));
        if (data["key"]?.ToString() is not { } key) return;
        var ids = keys.Uuids();
        var versions = await session.Table<VersionRow>().Where(version => ids.Contains(version.Id)).ToListAsync(cancellation);
        if (versions.DistinctBy(version => (version.Collection, version.Item)).Count() < versions.Count)
            throw Taken(versions[0].Collection, versions[0].Item, key);
        foreach (var version in versions)
        {
            if (caller.Schema.TryGetCollection(version.Collection, out var collection))
                await LockAsync(session, collection, ItemKeys.Parse(collection, JsonText.String(version.Item)), cancellation);
            if (await IsTakenAsync(session, version.Collection, version.Item, key, ids, cancellation))
                throw Taken(version.Collection, version.Item, key);
        }
    }

    public Task OnDeleteAsync(Caller caller, DbSession session, IReadOnlyList<object> keys, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The collection, when the caller may read items of it and they may have versions.</summary>
    public static Collection RequireVersioned(Caller caller, string name)
    {
        if (!caller.Schema.TryGetCollection(name, out var collection) || !caller.Access.Allows(name, AccessAction.Read))
            throw DirectusException.Forbidden();
        return collection.Versioned ? collection
            : throw new DirectusException(ErrorCodes.UnprocessableContent, $"Content Versioning is not enabled for collection \"{name}\"");
    }

    // What was saved before is read here: of two saves at once, the second goes on from the first.
    private async Task<JsonObject> SaveAsync(Caller caller, DbSession session, VersionSave save, CancellationToken cancellation)
    {
        await LockAsync(session, caller.Schema[SystemCollections.Versions], save.Version, cancellation);
        var row = await session.Table<VersionRow>().FirstAsync(version => version.Id == save.Version, cancellation);
        var before = row.Delta is null ? null : JsonNode.Parse(row.Delta) as JsonObject;
        var merged = VersionDelta.Merge(new NestedItems(caller.Schema), save.Collection, before, save.Change, save.Author);
        save.Merged = merged;
        await recorder.RecordSaveAsync(caller, session, save.Collection, row.Item, row.Id, save.Told, cancellation);
        return (JsonObject)merged.DeepClone();
    }

    private static async Task LockAsync(DbSession session, Collection collection, object key, CancellationToken cancellation)
    {
        if (session.Dialect.RowLock is not null) await session.ScalarAsync(WriteCompiler.Lock(session.Dialect, collection, key), cancellation);
    }

    private static Task<bool> IsTakenAsync(DbSession session, string collection, string item, string key, List<Guid> except,
        CancellationToken cancellation) =>
        session.Table<VersionRow>().AnyAsync(version => version.Collection == collection && version.Item == item && version.Key == key
            && !except.Contains(version.Id), cancellation);

    private static DirectusException Taken(string collection, string item, string key) => new(ErrorCodes.UnprocessableContent,
        $"Version \"{key}\" already exists for item \"{item}\" in collection \"{collection}\"");
}
