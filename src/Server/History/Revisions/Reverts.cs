using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Revisions;

/// <summary>Puts items back to what their revisions tell.</summary>
internal sealed class Reverts(StoredItems stored, ItemWriter writer)
{
    private static readonly ItemQuery Whole = new()
    {
        Fields = [.. new[] { "collection", "item", "data", "version" }.Select(name => new FieldSelection(new FieldPath(name), []))],
    };

    /// <summary>Writes what the item was after a revision, by the rights of the caller: all that has changed since, or nothing.</summary>
    /// <param name="caller">Who may read the revision, and update the item.</param>
    /// <param name="revision">Primary key of the revision.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task RevertAsync(Caller caller, string revision, CancellationToken cancellation)
    {
        var row = await ReadAsync(caller, SystemCollections.Revisions, revision, Whole, cancellation);
        if (row.GetProperty("version").ValueKind != JsonValueKind.Null)
            throw new DirectusException(ErrorCodes.UnprocessableContent, "The revision is of a content version, and not of its item");
        if (row.GetProperty("data") is not { ValueKind: JsonValueKind.Object } data)
            throw new DirectusException(ErrorCodes.UnprocessableContent, "The revision does not tell what the item was");
        var (name, item) = (row.GetProperty("collection").GetString()!, row.GetProperty("item").GetString()!);
        var collection = caller.Require(name, ItemUses.Update);
        var content = RevisionContent.Of(caller.Schema, collection, data);
        await LeaveOutAsync(caller, collection, item, content, cancellation);
        await writer.WriteAsync(caller, new ItemWrite.Update(name, [JsonText.String(item)], JsonSerializer.SerializeToElement(content)),
            cancellation);
    }

    // What fills itself is told anew. What the caller may not write need not be written where it is the same today.
    private async Task LeaveOutAsync(Caller caller, Collection collection, string item, JsonObject content, CancellationToken cancellation)
    {
        foreach (var field in collection.Columns)
            if (field.Has(FieldSpecials.DateUpdated | FieldSpecials.UserUpdated | FieldSpecials.RoleUpdated)) content.Remove(field.Name);
        var closed = content.Select(property => property.Key).Where(name => !caller.Access.Allows(collection.Name, AccessAction.Update, name))
            .ToArray();
        var readable = closed.Where(name => caller.Access.Allows(collection.Name, AccessAction.Read, name)).ToArray();
        if (readable.Length == 0) return;
        var query = new ItemQuery { Fields = [.. readable.Select(name => new FieldSelection(new FieldPath(name), []))] };
        var today = await ReadAsync(caller, collection.Name, item, query, cancellation);
        foreach (var name in readable)
            if (JsonNode.DeepEquals(JsonSerializer.SerializeToNode(today.GetProperty(name)), content[name])) content.Remove(name);
    }

    private async Task<JsonElement> ReadAsync(Caller caller, string collection, string key, ItemQuery query, CancellationToken cancellation)
    {
        using var sink = new MemorySink();
        await stored.ReadAsync(caller, new ItemRead.One(collection, JsonText.String(key), query), sink, cancellation);
        return JsonElement.Parse(sink.Written.Span);
    }
}
