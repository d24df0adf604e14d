using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Reads the items behind rows.</summary>
internal sealed class RowReader(ItemReader items)
{
    /// <summary>The items of a query, to be disposed when they are told.</summary>
    public async Task<ReadRows> ReadAsync(Caller caller, ItemRead read, CancellationToken cancellation)
    {
        var sink = new RowSink();
        try
        {
            await items.ReadAsync(caller, read, sink, cancellation);
            return new ReadRows(sink);
        }
        catch
        {
            sink.Dispose();
            throw;
        }
    }

    /// <summary>The row of a key, which may be a number that stands for a uuid; null when it is absent or not readable.</summary>
    public async Task<ReadRows?> FindAsync(Caller caller, RowShape shape, string id, CancellationToken cancellation)
    {
        var (table, query) = (shape.Table, RowQuery.One(shape) with { Limit = 2, Filter = shape.Table.Always });
        var read = new ItemRead.List(table.Collection, query, [JsonText.String(id)]);
        if (table.Key.Form.Test is null && !IsKey(caller.Schema[table.Collection], read.Keys![0])) return null;
        if (table.Key.Form.Test is { } byNumber)
            read = new ItemRead.List(table.Collection, query with
            {
                Filter = Conditions.All([table.Always, byNumber(table.Key.Source!, new LegacyTest(LegacyOperator.Equal, "eq", [id]))]),
            });
        var rows = await ReadAsync(caller, read, cancellation);
        if (rows.Count == 1) return rows;
        var several = rows.Count > 1;
        rows.Dispose();
        return several ? throw LegacyErrors.Refused($"The ID [{id}] stands for several records: give the whole key") : null;
    }

    // What can be no key is nobody's.
    private static bool IsKey(Collection collection, JsonElement key)
    {
        try
        {
            ItemKeys.Parse(collection, key);
            return true;
        }
        catch (DirectusException)
        {
            return false;
        }
    }

    /// <summary>The key as Directus 11 has it; 404 when there is no such row.</summary>
    public async Task<JsonElement> KeyAsync(Caller caller, LegacyTable table, string id, CancellationToken cancellation)
    {
        if (table.Key.Form.Test is null || Guid.TryParse(id, out _)) return JsonText.String(id);
        using var found = await FindAsync(caller, new RowShape(table, [new ShownColumn(table.Key, null)]), id, cancellation);
        return found?[0].GetProperty(table.Key.Source!).Clone() ?? throw LegacyErrors.Record(table.Name, id);
    }

    /// <summary>What the rows of a junction hold that a row's list is made of.</summary>
    public Task<ReadRows> LinksAsync(Caller caller, LegacyTable table, string list, string[] fields, string of, CancellationToken cancellation)
    {
        var query = new ItemQuery
        {
            Fields = [new FieldSelection(new FieldPath(list), [.. fields.Select(field => new FieldSelection(new FieldPath(field), []))])],
            Deep = ImmutableDictionary<string, ItemQuery>.Empty.Add(list, new ItemQuery { Limit = -1 }),
        };
        return ReadAsync(caller, new ItemRead.List(table.Collection, query, [JsonText.String(of)]), cancellation);
    }

    /// <summary>How many rows there are of each value of a field; of none, in all.</summary>
    public async Task<IReadOnlyList<(string? Value, long Count)>> CountAsync(Caller caller, LegacyTable table, string? field,
        CancellationToken cancellation)
    {
        var query = new ItemQuery
        {
            Aggregates = [new Aggregation(AggregateFunctions.Count, ["*"])],
            GroupBy = field is null ? [] : [new FieldPath(field)],
            Filter = table.Always,
            Limit = -1,
        };
        using var read = await ReadAsync(caller, new ItemRead.List(table.Collection, query), cancellation);
        return [.. read.Rows.Select(group => (field is null ? null : LegacyParameters.TextOf(group.GetProperty(field)),
            long.Parse(LegacyParameters.TextOf(group.GetProperty("count"))!, CultureInfo.InvariantCulture)))];
    }
}

/// <summary>Items as they were read.</summary>
internal sealed class ReadRows(RowSink sink) : IDisposable
{
    private JsonDocument? _parsed;

    /// <summary>Their JSON: an array, of a singleton its one item.</summary>
    public ReadOnlySpan<byte> Json => sink.Written.Span;

    /// <summary>The items.</summary>
    public IEnumerable<JsonElement> Rows => Root.ValueKind == JsonValueKind.Array ? Root.EnumerateArray() : [Root];

    public int Count => Root.ValueKind == JsonValueKind.Array ? Root.GetArrayLength() : 1;

    public JsonElement this[int index] => Root.ValueKind == JsonValueKind.Array ? Root[index] : Root;

    public void Dispose()
    {
        _parsed?.Dispose();
        sink.Dispose();
    }

    private JsonElement Root => (_parsed ??= JsonDocument.Parse(sink.Written)).RootElement;
}
