using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>A row as it was given → the item that is written. Names that no column has go through as they are: what becomes of them
/// is not decided here.</summary>
internal sealed class RowInput(RowReader reader, LegacyCall call)
{
    private const string Active = "active";

    private Caller Caller => call.Caller;

    /// <param name="table">The table.</param>
    /// <param name="given">The row.</param>
    /// <param name="of">The key of the row that is changed; null for a new one.</param>
    public async Task<JsonElement> ReadAsync(LegacyTable table, JsonElement given, string? of = null) =>
        JsonText.Parse((await ItemAsync(table, given, of)).ToJsonString());

    private async Task<JsonObject> ItemAsync(LegacyTable table, JsonElement given, string? of)
    {
        if (given.ValueKind != JsonValueKind.Object) throw LegacyErrors.Refused("A row has to be an object");
        var item = new JsonObject();
        foreach (var property in given.EnumerateObject())
        {
            var column = table.Columns.FirstOrDefault(column => column.Name == property.Name);
            if (column is null) Unknown(table, property, item);
            else if (column is { Writable: true, Source: { } source }) item[source] = await ValueAsync(table, column, property.Value, of);
        }

        if (table.Rules is { } rules) await rules.OnWriteAsync(reader, call, given, item, of);
        return item;
    }

    // The number of a status stands for the value that means it.
    private static void Unknown(LegacyTable table, JsonProperty given, JsonObject item)
    {
        if (given.Name != Active || !int.TryParse(LegacyParameters.TextOf(given.Value), out var number))
        {
            item[given.Name] = ValueForm.Plain.In(given.Value);
            return;
        }

        if (table.Status is { } status)
            item[status.Field.Name] = ValueForms.Of(status.Field).In(JsonSerializer.SerializeToElement(status.Value(number)
                ?? throw LegacyErrors.Refused($"The table has no status [{number}]")));
        else if (number == RowStatus.Delete) throw LegacyErrors.NoStatus();
    }

    private async Task<JsonNode?> ValueAsync(LegacyTable table, LegacyColumn column, JsonElement given, string? of)
    {
        // As rows are read: `{meta, data}`.
        if (column.Relation is not { } relation) return column.Form.In(given);
        if (given.ValueKind == JsonValueKind.Object && given.TryGetProperty("data", out var data)) given = data;
        if (relation.Many) return await new RowListInput(reader, this, call).ReadAsync(table, column, given, of);
        return await RelatedAsync(LegacyTables.Writable(Caller, relation.Table), column, given);
    }

    /// <summary>What another row is named by: its key, or the row itself.</summary>
    public async Task<JsonNode?> RelatedAsync(LegacyTable table, LegacyColumn column, JsonElement given)
    {
        if (given.ValueKind == JsonValueKind.Object) return await WithKeyAsync(table, given);
        if (LegacyParameters.TextOf(given) is not { Length: > 0 } key) return null;
        return table.Key.Form.Test is null ? column.Form.In(given) : ValueForm.Plain.In(await reader.KeyAsync(Caller, table, key, call.Cancellation));
    }

    /// <summary>A row with the key that it may have.</summary>
    public async Task<JsonObject> WithKeyAsync(LegacyTable table, JsonElement given)
    {
        var key = given.TryGetProperty(table.Key.Name, out var told) ? LegacyParameters.TextOf(told) : null;
        var item = await ItemAsync(table, given, key);
        if (key is not null && table.Key.Form.Test is not null)
            item[table.Key.Source!] = ValueForm.Plain.In(await reader.KeyAsync(Caller, table, key, call.Cancellation));
        return item;
    }
}
