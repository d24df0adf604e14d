using System.Buffers;
using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Reads items that stand in tables: plans, compiles, runs and renders.</summary>
internal sealed class StoredItems(Database database, PlanContexts contexts, Attempts attempts)
{
    // What may have more rows than this is a long read, even if it turns out to have few.
    private const int ManyRows = 2_000;

    /// <summary>Writes what is read to the sink.</summary>
    public Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        var start = sink.Position;
        return attempts.RunAsync(caller, current => read is ItemRead.One one
            ? ReadOneAsync(current, one, sink, cancellation)
            : ReadListAsync(current, (ItemRead.List)read, sink, cancellation), () => sink.TryReturn(start), cancellation);
    }

    private async Task<ItemsMeta> ReadListAsync(Caller caller, ItemRead.List read, JsonSink sink, CancellationToken cancellation)
    {
        var target = caller.Require(read.Collection, ItemUses.List);
        var query = read.Query;
        var single = target.Singleton && read.Keys is null && query.Aggregates.IsEmpty && query.GroupBy.IsEmpty;
        if (single) query = query with { Limit = 1, Offset = 0, Page = null };
        else if (read.Keys is not null && query.Limit is null) query = query with { Limit = -1 };
        var keys = read.Keys is null ? (ImmutableArray<object?>?)null : ItemKeys.Parse(target, read.Keys);
        var plan = await PlanAsync(caller, target, query, keys, cancellation);
        using var turn = plan.Root is { Limit: null or > ManyRows } ? await database.TakeTurnAsync(cancellation) : null;
        await using var session = await database.OpenAsync(cancellation);
        var counts = await CountAsync(session, plan, cancellation);
        if (single) return new ItemsMeta(counts, await WriteSingletonAsync(caller, session, plan.Root!, sink, cancellation));
        if (plan.Aggregate is { } aggregate) await AggregateWriter.WriteAsync(session, aggregate, sink, cancellation);
        else await WriteArrayAsync(session, plan.Root!, sink, cancellation);
        return new ItemsMeta(counts, null);
    }

    private async Task<ItemsMeta> ReadOneAsync(Caller caller, ItemRead.One read, JsonSink sink, CancellationToken cancellation)
    {
        var target = caller.Require(read.Collection, ItemUses.Get);
        var root = await PlanOneAsync(caller, target, ItemKeys.Parse(target, read.Key), read.Query, cancellation);
        await using var session = await database.OpenAsync(cancellation);
        var (found, tag) = await new SingleItem(session, root, caller.Access).WriteAsync(sink, cancellation);
        return found ? new ItemsMeta(default, tag) : throw DirectusException.Forbidden();
    }

    /// <summary>The plan to read one item.</summary>
    internal async Task<PlanNode> PlanOneAsync(Caller caller, Collection target, object key, ItemQuery query, CancellationToken cancellation)
    {
        var plan = await PlanAsync(caller, target, query with { Limit = -1, Offset = 0, Page = null, Sort = [] }, [key], cancellation);
        if (plan.Root is null) throw DirectusException.InvalidQuery("One item has no aggregate");
        // A key has one row at most: nothing to sort or to limit.
        return plan.Root with { Order = [], Limit = null };
    }

    private async ValueTask<QueryPlan> PlanAsync(Caller caller, Collection target, ItemQuery query, ImmutableArray<object?>? keys,
        CancellationToken cancellation)
    {
        var context = await contexts.ForAsync(caller, query, cancellation);
        using var span = Tracing.Start("plan")?.SetTag("directus.collection", target.Name);
        return QueryPlanner.Plan(context, target, query, keys);
    }

    private static async Task<string?> WriteSingletonAsync(Caller caller, DbSession session, PlanNode root, JsonSink sink,
        CancellationToken cancellation)
    {
        var (found, tag) = await new SingleItem(session, root, caller.Access).WriteAsync(sink, cancellation);
        if (!found) WriteDefaults(root, sink);
        return tag;
    }

    private static async Task<ItemCounts> CountAsync(DbSession session, QueryPlan plan, CancellationToken cancellation)
    {
        return new ItemCounts(await CountOfAsync(plan.TotalCount), await CountOfAsync(plan.FilterCount));

        async Task<long?> CountOfAsync(Source? source) => source is null ? null : await RowCount.OfAsync(session, source, cancellation);
    }

    private static async Task WriteArrayAsync(DbSession session, PlanNode root, JsonSink sink, CancellationToken cancellation)
    {
        var statement = SelectCompiler.Root(session.Dialect, root);
        if (root.IsFlat)
        {
            await WriteFlatAsync(session, root, statement, sink, cancellation);
            return;
        }

        await new TreeStream(session, root, sink, cancellation).WriteAsync(statement);
    }

    // Rows without relations go from the reader to the sink, however many they are.
    private static async Task WriteFlatAsync(DbSession session, PlanNode root, SqlStatement statement, JsonSink sink,
        CancellationToken cancellation)
    {
        var renderer = new RowRenderer(session.Dialect, root);
        await using var command = session.CreateCommand(statement);
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        json.WriteStartArray();
        while (await reader.ReadAsync(cancellation))
        {
            renderer.Write(reader, json, null);
            if (json.BytesPending < RowJson.FlushBytes) continue;
            json.Flush();
            await sink.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.Flush();
    }

    // A singleton that nobody has written to answers its key as null and its defaults, nothing else.
    private static void WriteDefaults(PlanNode root, JsonSink sink)
    {
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        json.WriteStartObject();
        foreach (var output in root.Outputs)
        {
            if (output is not PlanOutput.Value { Operand: { Function: null, Field: { Column: { } column } field } }) continue;
            if (column.PrimaryKey) json.WriteNull(output.Name);
            else if (column.Default is { } value && !field.Masked) DefaultWriter.Write(json, output.Name, field, value);
        }

        json.WriteEndObject();
        json.Flush();
    }
}
