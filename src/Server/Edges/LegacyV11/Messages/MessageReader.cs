using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Presets;
using Directus.Grpc.Server.Edges.LegacyV11.Rows;
using Directus.Grpc.Server.Edges.LegacyV11.Settings;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>Reads the messages to the caller. Each answer also tells how many there are.</summary>
internal sealed class MessageReader(RowReader reader, RowsPerPage rowsPerPage, IOptions<QueryLimits> limits)
{
    public async Task<LegacyAnswer> ListAsync(LegacyCall call)
    {
        using var threads = new MessageThreads();
        var table = Table(call, threads.Write);
        var queries = new RowQuery(call.Caller, limits.Value);
        var shape = queries.Shape(table, call.Parameters);
        var query = queries.List(shape, call.Parameters, await rowsPerPage.OfAsync(call.Caller, call.Cancellation));
        if (call.Parameters.Number("max_id") is { } last)
            query = query with { Filter = Conditions.All([query.Filter, Conditions.Is("id", FilterOperators.Greater, $"{last}")]) };
        using var items = await reader.ReadAsync(call.Caller, new ItemRead.List(table.Collection, WithKey(query), null), call.Cancellation);
        await FollowAsync(call, threads, items);
        var rows = new WrittenRows(items.Json, shape);
        var counts = await CountAsync(call, table);
        return LegacyAnswer.Data(counts.Write, rows.WriteTo, rows);
    }

    /// <summary>404 for a message that is not the caller's.</summary>
    public async Task<LegacyAnswer> GetAsync(LegacyCall call, string id)
    {
        using var threads = new MessageThreads();
        var table = Table(call, threads.Write);
        var shape = new RowQuery(call.Caller, limits.Value).Shape(table, call.Parameters);
        using var item = await FindAsync(call, table, id, WithKey(RowQuery.One(shape)));
        await FollowAsync(call, threads, item);
        var row = new WrittenRows(JsonMarshal.GetRawUtf8Value(item[0]), shape);
        var counts = await CountAsync(call, table);
        return LegacyAnswer.Data(counts.Write, row.WriteTo, row);
    }

    /// <summary>The key of a message to the caller and its sender; 404 for all others.</summary>
    public async Task<(long Id, string? Sender)> RequireAsync(LegacyCall call, string id)
    {
        var query = new ItemQuery { Fields = [Field("id"), Field("sender")] };
        using var item = await FindAsync(call, Table(call, MessageThreads.WriteEmpty), id, query);
        return (item[0].GetProperty("id").GetInt64(), LegacyParameters.TextOf(item[0].GetProperty("sender")));
    }

    private async Task<ReadRows> FindAsync(LegacyCall call, LegacyTable table, string id, ItemQuery query)
    {
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)) throw NotFound();
        var read = new ItemRead.List(table.Collection, query with { Filter = table.Always }, [JsonText.String(id)]);
        var found = await reader.ReadAsync(call.Caller, read, call.Cancellation);
        if (found.Count > 0) return found;
        found.Dispose();
        throw NotFound();
    }

    // Answers that came to the caller as well.
    private async Task FollowAsync(LegacyCall call, MessageThreads threads, ReadRows messages)
    {
        var keys = messages.Rows.Select(message => LegacyParameters.TextOf(message.GetProperty("id"))).ToList();
        if (keys.Count == 0) return;
        var table = Table(call, MessageThreads.WriteEmpty);
        if (table.Columns.Any(column => column is { Name: "response_to", Hidden: true })) return;
        var shape = new RowShape(table, [.. table.Columns.Select(column => new ShownColumn(column, null))]);
        var query = RowQuery.One(shape) with
        {
            Fields = FieldSelection.Union(shape.Fields(), [Field("item")]),
            Filter = Conditions.All([table.Always, Conditions.Is("collection", FilterOperators.Equal, SystemCollections.Notifications),
                Conditions.Is(new FieldPath("item"), FilterOperators.In, JsonSerializer.SerializeToElement(keys))]),
            Sort = [new SortTerm([new FieldPath("id")], Descending: false)],
            Limit = -1,
        };
        threads.Take(await reader.ReadAsync(call.Caller, new ItemRead.List(table.Collection, query), call.Cancellation), shape);
    }

    private async Task<MessageCounts> CountAsync(LegacyCall call, LegacyTable table)
    {
        var query = new ItemQuery
        {
            Aggregates = [new Aggregation(AggregateFunctions.Count, ["*"]), new Aggregation(AggregateFunctions.Find("max")!, ["id"])],
            GroupBy = [new FieldPath("status")],
            Filter = table.Always,
            Limit = -1,
        };
        using var groups = await reader.ReadAsync(call.Caller, new ItemRead.List(table.Collection, query), call.Cancellation);
        return MessageCounts.Of(groups.Rows);
    }

    private static LegacyTable Table(LegacyCall call, Action<JsonElement, Utf8JsonWriter> writeResponses) =>
        MessageTable.Of(call.Caller, Preferences.User(call), writeResponses);

    private static ItemQuery WithKey(ItemQuery query) => query with { Fields = FieldSelection.Union(query.Fields, [Field("id")]) };

    private static FieldSelection Field(string name) => new(new FieldPath(name), ImmutableArray<FieldSelection>.Empty);

    private static DirectusException NotFound() => LegacyErrors.NotFound("Message not found");
}
