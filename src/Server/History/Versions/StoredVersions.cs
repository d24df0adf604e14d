using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Finds versions, by the rights of who looks for them.</summary>
internal sealed class StoredVersions(StoredItems stored)
{
    private static readonly ItemQuery Whole = new()
    {
        Fields = [.. new[] { "id", "collection", "item", "hash", "delta" }.Select(name => new FieldSelection(new FieldPath(name), []))],
    };

    /// <summary>The version with this primary key; FORBIDDEN when there is none for the caller.</summary>
    public async Task<StoredVersion> GetAsync(Caller caller, string id, CancellationToken cancellation)
    {
        using var sink = new MemorySink();
        await stored.ReadAsync(caller, new ItemRead.One(SystemCollections.Versions, JsonText.String(id), Whole), sink, cancellation);
        return Of(JsonElement.Parse(sink.Written.Span));
    }

    /// <summary>The version of an item with this name; null when there is none for the caller.</summary>
    public async Task<StoredVersion?> FindAsync(Caller caller, string collection, string item, string key, CancellationToken cancellation)
    {
        var filter = JsonSerializer.SerializeToElement(new { collection = Is(collection), item = Is(item), key = Is(key) });
        using var sink = new MemorySink();
        var query = Whole with { Filter = FilterParser.Parse(filter), Limit = 1 };
        await stored.ReadAsync(caller, new ItemRead.List(SystemCollections.Versions, query), sink, cancellation);
        return JsonElement.Parse(sink.Written.Span).EnumerateArray().Select(Of).FirstOrDefault();
    }

    private static Dictionary<string, string> Is(string value) => new() { ["_eq"] = value };

    private static StoredVersion Of(JsonElement row) => new(row.GetProperty("id").GetGuid(), row.GetProperty("collection").GetString()!,
        row.GetProperty("item").GetString()!, row.GetProperty("hash").GetString(),
        row.GetProperty("delta") is { ValueKind: JsonValueKind.Object } delta ? JsonObject.Create(delta) : null);
}
