using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.LegacyV11.Values;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>A list of related rows as it was given → what is written: they are added or changed, and none is taken out but those that are
/// given with the status of deleted ones.</summary>
internal sealed class RowListInput(RowReader reader, RowInput rows, LegacyCall call)
{
    private readonly JsonArray _create = [];
    private readonly JsonArray _update = [];
    private readonly JsonArray _delete = [];

    public async Task<JsonNode> ReadAsync(LegacyTable table, LegacyColumn column, JsonElement given, string? of)
    {
        var other = LegacyTables.Writable(call.Caller, column.Relation!.Table);
        var entries = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().ToList()
            : [.. (LegacyParameters.ListOf(given) ?? []).Select(key => JsonSerializer.SerializeToElement(key))];
        if (column.Relation.Far is not null) await ThroughAsync(table, column, other, entries, of);
        else foreach (var entry in entries) await DirectlyAsync(other, entry);
        return new JsonObject { ["create"] = _create, ["update"] = _update, ["delete"] = _delete };
    }

    private async Task DirectlyAsync(LegacyTable other, JsonElement entry)
    {
        if (IsGone(other, entry))
        {
            if (await KeyAsync(other, entry) is { } gone) _delete.Add(gone);
            return;
        }

        var item = entry.ValueKind == JsonValueKind.Object
            ? await rows.WithKeyAsync(other, entry)
            : new JsonObject { [other.Key.Source!] = await rows.RelatedAsync(other, other.Key, entry) };
        (item.ContainsKey(other.Key.Source!) ? _update : _create).Add(item);
    }

    // What is linked already stays linked once.
    private async Task ThroughAsync(LegacyTable table, LegacyColumn column, LegacyTable other, List<JsonElement> entries, string? of)
    {
        var far = column.Relation!.Far!;
        var junction = call.Caller.Schema[call.Caller.Schema.RelationOfOne(table.Collection, column.Source!)!.ManyCollection].PrimaryKey.Name;
        var links = of is null ? [] : await LinksAsync(table, column.Source!, junction, far, of);
        foreach (var entry in entries)
        {
            var link = (await KeyAsync(other, entry))?.ToString() is { } key ? links.GetValueOrDefault(key) : null;
            if (IsGone(other, entry))
            {
                if (link is not null) _delete.Add(link.DeepClone());
                continue;
            }

            var value = await rows.RelatedAsync(other, other.Key, entry);
            if (link is null) _create.Add(new JsonObject { [far] = value });
            else if (value is JsonObject changed) _update.Add(new JsonObject { [junction] = link.DeepClone(), [far] = changed });
        }
    }

    // The rows of the junction by the keys of the rows that they lead to.
    private async Task<Dictionary<string, JsonNode>> LinksAsync(LegacyTable table, string list, string junction, string far, string of)
    {
        var links = new Dictionary<string, JsonNode>();
        using var found = await reader.LinksAsync(call.Caller, table, list, [junction, far], of, call.Cancellation);
        foreach (var link in found.Rows.SelectMany(row => row.GetProperty(list).EnumerateArray()))
            if (LegacyParameters.TextOf(link.GetProperty(far)) is { } linked) links[linked] = ValueForm.Plain.In(link.GetProperty(junction))!;
        return links;
    }

    private async Task<JsonNode?> KeyAsync(LegacyTable other, JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.Object && !entry.TryGetProperty(other.Key.Name, out entry)) return null;
        return await rows.RelatedAsync(other, other.Key, entry);
    }

    private static bool IsGone(LegacyTable other, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object) return false;
        if (entry.TryGetProperty("active", out var active) && LegacyParameters.TextOf(active) == "0") return true;
        return other.Status is { } status && entry.TryGetProperty(status.Field.Name, out var own) && LegacyParameters.TextOf(own) == status.Deleted;
    }
}
