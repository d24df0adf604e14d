using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Finds versions, by the rights of who looks for them.</summary>
internal sealed class StoredVersions(StoredItems stored, Database database)
{
    private static readonly ItemQuery Keys = new() { Fields = [new FieldSelection(new FieldPath("id"), [])] };

    /// <summary>The version with this primary key; FORBIDDEN when there is none for the caller.</summary>
    public async Task<StoredVersion> GetAsync(Caller caller, string id, CancellationToken cancellation)
    {
        using var sink = new MemorySink();
        await stored.ReadAsync(caller, new ItemRead.One(SystemCollections.Versions, JsonText.String(id), Keys), sink, cancellation);
        return await OfAsync(caller, JsonElement.Parse(sink.Written.Span), cancellation) ?? throw DirectusException.Forbidden();
    }

    /// <summary>The version of an item with this name; null when there is none for the caller.</summary>
    public async Task<StoredVersion?> FindAsync(Caller caller, string collection, string item, string key, CancellationToken cancellation)
    {
        var filter = JsonSerializer.SerializeToElement(new { collection = Is(collection), item = Is(item), key = Is(key) });
        using var sink = new MemorySink();
        var query = Keys with { Filter = FilterParser.Parse(filter), Limit = 1 };
        await stored.ReadAsync(caller, new ItemRead.List(SystemCollections.Versions, query), sink, cancellation);
        var found = JsonElement.Parse(sink.Written.Span);
        return found.GetArrayLength() > 0 ? await OfAsync(caller, found[0], cancellation) : null;
    }

    /// <summary>What versions hold that the caller has found.</summary>
    public async Task<Dictionary<Guid, JsonObject>> DeltasAsync(List<Guid> ids, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var rows = await session.Table<VersionRow>().Where(version => ids.Contains(version.Id) && version.Delta != null).ToListAsync(cancellation);
        return rows.Select(row => (row.Id, Delta: Parse(row.Delta))).Where(row => row.Delta is not null)
            .ToDictionary(row => row.Id, row => row.Delta!);
    }

    private async Task<StoredVersion?> OfAsync(Caller caller, JsonElement found, CancellationToken cancellation)
    {
        if (!HeldContent.IsShown(caller.Access)) throw DirectusException.Forbidden(SystemCollections.Versions, HeldContent.Delta);
        var id = found.GetProperty("id").GetGuid();
        await using var session = await database.OpenAsync(cancellation);
        var row = await session.Table<VersionRow>().FirstOrDefaultAsync(version => version.Id == id, cancellation);
        return row is null ? null : new StoredVersion(row.Id, row.Collection, row.Item, row.Hash, Parse(row.Delta));
    }

    private static JsonObject? Parse(string? delta) => delta is null ? null : JsonNode.Parse(delta) as JsonObject;

    private static Dictionary<string, string> Is(string value) => new() { ["_eq"] = value };
}
