using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.LegacyV11.Settings;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>What API v1.1 does with rows, of whatever table.</summary>
internal sealed class LegacyRows(RowReader reader, RowTotals totals, RowsPerPage rowsPerPage, ItemWriter writer, IOptions<QueryLimits> limits)
{
    private const string Bulk = "rows";

    public async Task<LegacyAnswer> ListAsync(LegacyCall call, LegacyTable table)
    {
        var given = call.Parameters;
        var queries = new RowQuery(call.Caller, limits.Value);
        var shape = queries.Shape(table, given);
        var query = queries.List(shape, given, await rowsPerPage.OfAsync(call.Caller, call.Cancellation));
        if (given.Flag("single")) return await SingleAsync(call, shape, query with { Limit = 1 });
        using var items = await reader.ReadAsync(call.Caller, new ItemRead.List(table.Collection, query), call.Cancellation);
        var rows = new WrittenRows(items.Json, shape);
        if (given.Text("meta") is "0" or "false") return LegacyAnswer.Bare(rows.WriteTo, rows);
        var meta = await RowCounts.OfAsync(totals, call, table, rows.Count);
        return LegacyAnswer.Data(meta.Write, rows.WriteTo, rows);
    }

    public async Task<LegacyAnswer> GetAsync(LegacyCall call, LegacyTable table, string id)
    {
        var shape = new RowQuery(call.Caller, limits.Value).Shape(table, call.Parameters);
        return await FindAsync(call, shape, id) ?? throw LegacyErrors.Record(table.Name, id);
    }

    public async Task<LegacyAnswer> CreateAsync(LegacyCall call, string table, JsonElement given)
    {
        var target = LegacyTables.Writable(call.Caller, table);
        var item = await new RowInput(reader, call).ReadAsync(target, given);
        var keys = await writer.WriteAsync(call.Caller, new ItemWrite.Create(target.Collection, [item]), call.Cancellation);
        return await WrittenAsync(call, table, keys[0]);
    }

    public async Task<LegacyAnswer> UpdateAsync(LegacyCall call, string table, string id, JsonElement given)
    {
        var target = LegacyTables.Writable(call.Caller, table);
        var key = await reader.KeyAsync(call.Caller, target, id, call.Cancellation);
        var item = await new RowInput(reader, call).ReadAsync(target, given, LegacyParameters.TextOf(key));
        await TryAsync(call, target, id, new ItemWrite.Update(target.Collection, [key], item));
        return await WrittenAsync(call, table, LegacyParameters.TextOf(key)!);
    }

    /// <summary>Deletes a row, or gives it the status of deleted ones.</summary>
    public async Task<LegacyAnswer> DeleteAsync(LegacyCall call, string table, string id)
    {
        var target = LegacyTables.Writable(call.Caller, table);
        var key = await reader.KeyAsync(call.Caller, target, id, call.Cancellation);
        await RequireAsync(call, table, [key]);
        await TryAsync(call, target, id, await DeletionAsync(call, target, [key], call.Parameters.Flag("soft")));
        return LegacyAnswer.Success(meta: json => LegacyAnswer.WriteMeta(json, table, null));
    }

    /// <summary>Creates rows, all or none.</summary>
    public async Task<LegacyAnswer> CreateBulkAsync(LegacyCall call, string table)
    {
        var target = LegacyTables.Writable(call.Caller, table);
        var input = new RowInput(reader, call);
        var items = new List<JsonElement>();
        foreach (var row in Rows(call.Fields)) items.Add(await input.ReadAsync(target, row));
        var keys = await writer.WriteAsync(call.Caller, new ItemWrite.Create(target.Collection, items), call.Cancellation);
        return await WrittenAsync(call, table, [.. keys.Select(key => LegacyParameters.TextOf(KeyJson.Of(key))!)]);
    }

    /// <summary>Changes rows that hold each its own key, all or none.</summary>
    public async Task<LegacyAnswer> UpdateBulkAsync(LegacyCall call, string table, IReadOnlyList<JsonElement> rows)
    {
        var target = LegacyTables.Writable(call.Caller, table);
        var keys = new List<string>();
        var items = new List<JsonElement>();
        foreach (var row in rows)
        {
            var key = LegacyParameters.TextOf(await KeyAsync(call, target, row))!;
            keys.Add(key);
            var item = await new RowInput(reader, call).ReadAsync(target, row, key);
            items.Add(WithKey(item, target.Key.Source!, key));
        }

        await writer.WriteAsync(call.Caller, new ItemWrite.UpdateEach(target.Collection, items), call.Cancellation);
        return await WrittenAsync(call, table, keys);
    }

    /// <summary>Deletes rows, all or none.</summary>
    public async Task<LegacyAnswer> DeleteBulkAsync(LegacyCall call, string table)
    {
        var target = LegacyTables.Writable(call.Caller, table);
        var keys = new List<JsonElement>();
        var ids = new List<JsonElement>();
        foreach (var row in Rows(call.Fields))
        {
            keys.Add(await KeyAsync(call, target, row));
            ids.Add(row.GetProperty(target.Key.Name));
        }

        await RequireAsync(call, table, keys);
        await writer.WriteAsync(call.Caller, await DeletionAsync(call, target, keys, soft: false), call.Cancellation);
        return LegacyAnswer.Data(json => WriteIds(json, table, ids), json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("success"u8, true);
            json.WriteEndObject();
        });
    }

    /// <summary>What is kept of the changes of a row, oldest first, for those who may read revisions.</summary>
    public async Task<LegacyAnswer> RevisionsAsync(LegacyCall call, LegacyTable table, string id)
    {
        using var row = await reader.FindAsync(call.Caller, new RowShape(table, [new ShownColumn(table.Key, null)]), id, call.Cancellation)
            ?? throw LegacyErrors.Record(table.Name, id);
        var key = LegacyParameters.TextOf(row[0].GetProperty(table.Key.Source!))!;
        var query = new ItemQuery
        {
            Filter = Conditions.All([Conditions.Is("collection", FilterOperators.Equal, table.Collection),
                Conditions.Is("item", FilterOperators.Equal, key)]),
            Sort = [new SortTerm([new FieldPath("id")], Descending: false)],
            Limit = -1,
        };
        var rows = await reader.ReadAsync(call.Caller, new ItemRead.List(SystemCollections.Revisions, query), call.Cancellation);
        return LegacyAnswer.Collection(SystemCollections.Revisions, json =>
        {
            json.WriteStartArray();
            foreach (var revision in rows.Rows) revision.WriteTo(json);
            json.WriteEndArray();
        }, rows);
    }

    /// <summary>The rows of a body, which has some.</summary>
    public static IReadOnlyList<JsonElement> Rows(JsonElement body) =>
        body.TryGetProperty(Bulk, out var rows) && rows.ValueKind == JsonValueKind.Array && rows.GetArrayLength() > 0
            ? [.. rows.EnumerateArray()]
            : throw LegacyErrors.Refused("Rows no specified");

    /// <summary>The key that a row names itself.</summary>
    public static string OwnKey(LegacyCall call, string table, JsonElement row)
    {
        var key = LegacyTables.Writable(call.Caller, table).Key.Name;
        var id = row.ValueKind == JsonValueKind.Object && row.TryGetProperty(key, out var told) ? LegacyParameters.TextOf(told) : null;
        return id is { Length: > 0 } ? id : throw LegacyErrors.Refused("Row without primary key field");
    }

    private async Task<LegacyAnswer> SingleAsync(LegacyCall call, RowShape shape, ItemQuery query)
    {
        using var items = await reader.ReadAsync(call.Caller, new ItemRead.List(shape.Table.Collection, query), call.Cancellation);
        return items.Count > 0 ? Item(items, shape) : throw LegacyErrors.NotFound($"Unable to find a record in [{shape.Table.Name}]");
    }

    private async Task<LegacyAnswer?> FindAsync(LegacyCall call, RowShape shape, string id)
    {
        using var items = await reader.FindAsync(call.Caller, shape, id, call.Cancellation);
        return items is null ? null : Item(items, shape);
    }

    private static LegacyAnswer Item(ReadRows items, RowShape shape)
    {
        var row = new WrittenRows(JsonMarshal.GetRawUtf8Value(items[0]), shape);
        return LegacyAnswer.Item(shape.Table.Name, row.WriteTo, row);
    }

    /// <summary>The row that was written, which may be more than what may be read.</summary>
    public async Task<LegacyAnswer> WrittenAsync(LegacyCall call, string table, object key)
    {
        if (LegacyTables.Find(call.Caller, table) is not { } readable) return LegacyAnswer.Success();
        var shape = new RowQuery(call.Caller, limits.Value).Shape(readable, call.Parameters);
        return await FindAsync(call, shape, LegacyParameters.TextOf(KeyJson.Of(key))!) ?? LegacyAnswer.Success();
    }

    private async Task<LegacyAnswer> WrittenAsync(LegacyCall call, string table, List<string> keys)
    {
        if (LegacyTables.Find(call.Caller, table) is not { } readable) return LegacyAnswer.Success();
        var shape = new RowQuery(call.Caller, limits.Value).Shape(readable, call.Parameters);
        var key = new FieldSelection(new FieldPath(readable.Key.Source!), []);
        var query = RowQuery.One(shape) with { Fields = FieldSelection.Union(shape.Fields(), [key]) };
        using var items = await reader.ReadAsync(call.Caller, new ItemRead.List(readable.Collection, query, [.. keys.Select(JsonText.String)]),
            call.Cancellation);
        var byKey = items.Rows.ToDictionary(item => LegacyParameters.TextOf(item.GetProperty(readable.Key.Source!))!);
        var inOrder = JsonSerializer.SerializeToUtf8Bytes(keys.Distinct().Where(byKey.ContainsKey).Select(one => byKey[one]));
        var rows = new WrittenRows(inOrder, shape);
        var meta = await RowCounts.OfAsync(totals, call, readable, rows.Count);
        return LegacyAnswer.Data(meta.Write, rows.WriteTo, rows);
    }

    // Directus deletes what is not there without a word.
    private async Task RequireAsync(LegacyCall call, string table, IReadOnlyList<JsonElement> keys)
    {
        if (LegacyTables.Find(call.Caller, table) is not { } readable) return;
        var query = RowQuery.One(new RowShape(readable, [new ShownColumn(readable.Key, null)]));
        using var rows = await reader.ReadAsync(call.Caller, new ItemRead.List(readable.Collection, query, keys), call.Cancellation);
        var found = rows.Rows.Select(row => LegacyParameters.TextOf(row.GetProperty(readable.Key.Source!))).ToHashSet();
        if (keys.Select(LegacyParameters.TextOf).FirstOrDefault(key => !found.Contains(key)) is { } absent) throw LegacyErrors.Record(table, absent);
    }

    // A row that may not be changed is told apart from one that is not there, for who may read it.
    private async Task TryAsync(LegacyCall call, LegacyTable table, string id, ItemWrite write)
    {
        try
        {
            await writer.WriteAsync(call.Caller, write, call.Cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            if (LegacyTables.Find(call.Caller, table.Name) is not { } readable) throw;
            using var found = await reader.FindAsync(call.Caller, new RowShape(readable, [new ShownColumn(readable.Key, null)]), id,
                call.Cancellation);
            throw found is null ? LegacyErrors.Record(table.Name, id) : refusal;
        }
    }

    // By their status rows are deleted when that is asked for, and where they are kept.
    private async Task<ItemWrite> DeletionAsync(LegacyCall call, LegacyTable table, IReadOnlyList<JsonElement> keys, bool soft)
    {
        if (table.Rules is { } rules) await rules.OnDeleteAsync(reader, call, keys);
        if (!soft && !table.KeepsDeleted) return new ItemWrite.Delete(table.Collection, keys);
        var given = JsonElement.Parse("""{"active":0}""");
        return new ItemWrite.Update(table.Collection, keys, await new RowInput(reader, call)
            .ReadAsync(table, given, LegacyParameters.TextOf(keys[0])));
    }

    private Task<JsonElement> KeyAsync(LegacyCall call, LegacyTable table, JsonElement row) =>
        reader.KeyAsync(call.Caller, table, OwnKey(call, table.Name, row), call.Cancellation);

    private static JsonElement WithKey(JsonElement item, string field, string key)
    {
        var named = JsonObject.Create(item)!;
        named[field] = key;
        return JsonText.Parse(named.ToJsonString());
    }

    private static void WriteIds(Utf8JsonWriter json, string table, List<JsonElement> ids)
    {
        json.WriteStartObject();
        json.WriteString("table"u8, table);
        json.WriteStartArray("ids"u8);
        foreach (var id in ids) id.WriteTo(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
