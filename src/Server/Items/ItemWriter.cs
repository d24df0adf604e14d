using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Writes items, each call in one transaction with its activity and revisions. Answers primary keys
/// (int, long, string or Guid); to answer the items themselves, read them after with <see cref="ItemReader"/>.</summary>
public sealed class ItemWriter(Database database, PlanContexts contexts, IPasswordHasher hasher, IItemRecorder recorder,
    IEnumerable<IItemRules> rules, ItemChanges changes, TimeProvider clock)
{
    private readonly FrozenDictionary<string, IItemRules> _rules = rules.ToFrozenDictionary(rule => rule.Collection);

    public async Task<IReadOnlyList<object>> CreateAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation)
    {
        var target = caller.Require(collection, AccessAction.Create);
        if (items.Count == 0) return [];
        // Checked and converted before a transaction is begun; rules of the collection may change the items in it.
        var rows = Parse(caller, target, AccessAction.Create, items);
        return await WriteAsync(caller, target, AccessAction.Create, () => rows, async session =>
        {
            if (_rules.GetValueOrDefault(collection) is { } rule)
            {
                var objects = items.Select(ToObject).ToList();
                await rule.OnCreateAsync(caller, session, objects, cancellation);
                rows = Parse(caller, target, AccessAction.Create, [.. objects.Select(ToElement)]);
            }

            var keys = await new RowStore(session, cancellation).InsertAsync(target, rows);
            await RecordAsync(caller, session, target, AccessAction.Create, () => keys.Select((key, i) =>
            {
                var json = rows[i].ToRevision();
                return new RecordedItem(key, json, json);
            }), keys, cancellation);
            return keys;
        }, cancellation);
    }

    public Task<IReadOnlyList<object>> UpdateAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys,
        JsonElement data, CancellationToken cancellation)
    {
        var target = caller.Require(collection, AccessAction.Update);
        return UpdateAsync(caller, target, [(ItemKeys.Parse(target, keys).Distinct().ToArray(), data)], cancellation);
    }

    /// <summary>Updates items that hold each its own primary key.</summary>
    public Task<IReadOnlyList<object>> UpdateEachAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation)
    {
        var target = caller.Require(collection, AccessAction.Update);
        var changed = new List<(object?[] Keys, JsonElement Data)>(items.Count);
        foreach (var item in items)
        {
            if (item.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidPayload("An item has to be an object");
            if (!item.TryGetProperty(target.PrimaryKey.Name, out var key)) throw DirectusException.InvalidPayload("Item in update misses primary key");
            changed.Add(([ItemKeys.Parse(target, key)], item));
        }

        return UpdateAsync(caller, target, changed, cancellation);
    }

    public async Task<IReadOnlyList<object>> UpdateByQueryAsync(Caller caller, string collection, ItemQuery query,
        JsonElement data, CancellationToken cancellation)
    {
        var target = caller.Require(collection, AccessAction.Update);
        var keys = await MatchesAsync(caller, target, AccessAction.Update, query, cancellation);
        return keys.Length == 0 ? [] : await UpdateAsync(caller, target, [(keys, data)], cancellation);
    }

    /// <summary>Updates the one item of a singleton, which the first update creates.</summary>
    public async Task<object> UpsertSingletonAsync(Caller caller, string collection, JsonElement data, CancellationToken cancellation)
    {
        var target = caller.Schema.TryGetCollection(collection, out var found) ? found : throw DirectusException.Forbidden(collection);
        await using var session = await database.OpenAsync(cancellation);
        var first = new SqlBuilder(database.Dialect).Append("select ").Name(target.PrimaryKey.Name).Append(" from ").Name(target.Name)
            .Append(" order by ").Name(target.PrimaryKey.Name);
        database.Dialect.AppendLimit(first, 1, 0);
        if (await session.ScalarAsync(first.Build(), cancellation) is { } key)
        {
            caller.Require(collection, AccessAction.Update);
            var spelled = JsonSerializer.SerializeToElement(key);
            return (await UpdateAsync(caller, collection, [spelled], data, cancellation))[0];
        }

        return (await CreateAsync(caller, collection, [data], cancellation))[0];
    }

    public async Task DeleteAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys, CancellationToken cancellation)
    {
        var target = caller.Require(collection, AccessAction.Delete);
        await DeleteAsync(caller, target, ItemKeys.Parse(target, keys).Distinct().ToArray(), cancellation);
    }

    public async Task DeleteByQueryAsync(Caller caller, string collection, ItemQuery query, CancellationToken cancellation)
    {
        var target = caller.Require(collection, AccessAction.Delete);
        await DeleteAsync(caller, target, await MatchesAsync(caller, target, AccessAction.Delete, query, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<object>> UpdateAsync(Caller caller, Collection target,
        IReadOnlyList<(object?[] Keys, JsonElement Data)> updates, CancellationToken cancellation)
    {
        if (updates.All(update => update.Keys.Length == 0)) return [];
        var rows = Parse(caller, target, AccessAction.Update, [.. updates.Select(update => update.Data)]);
        return await WriteAsync(caller, target, AccessAction.Update, () => rows, async session =>
        {
            var changed = new List<object>();
            for (var i = 0; i < updates.Count; i++)
            {
                var (keys, data) = updates[i];
                await RequireRowsAsync(caller, session, target, AccessAction.Update, FieldsOf(target, data), keys, cancellation);
                if (_rules.GetValueOrDefault(target.Name) is { } rule)
                {
                    var item = ToObject(data);
                    await rule.OnUpdateAsync(caller, session, [.. keys.Select(key => key!)], item, cancellation);
                    rows[i] = Parse(caller, target, AccessAction.Update, [ToElement(item)])[0];
                }

                var written = await new RowStore(session, cancellation).UpdateAsync(target, rows[i], keys);
                var delta = rows[i].ToRevision();
                await RecordAsync(caller, session, target, AccessAction.Update,
                    () => written.Select(item => new RecordedItem(item.Key, item.Item, delta)), [.. written.Select(item => item.Key)], cancellation);
                changed.AddRange(written.Select(item => item.Key));
            }

            return changed;
        }, cancellation);
    }

    private async Task DeleteAsync(Caller caller, Collection target, object?[] keys, CancellationToken cancellation)
    {
        if (keys.Length == 0) return;
        await WriteAsync(caller, target, AccessAction.Delete, () => [], async session =>
        {
            await RequireRowsAsync(caller, session, target, AccessAction.Delete, [], keys, cancellation);
            if (_rules.GetValueOrDefault(target.Name) is { } rule)
                await rule.OnDeleteAsync(caller, session, [.. keys.Select(key => key!)], cancellation);
            var deleted = await new RowStore(session, cancellation).DeleteAsync(target, keys);
            await RecordAsync(caller, session, target, AccessAction.Delete, () => deleted.Select(key => new RecordedItem(key, null, null)), deleted, cancellation);
            return deleted;
        }, cancellation);
    }

    /// <summary>One transaction; violations become refusals, and listeners hear of what was committed.</summary>
    private async Task<IReadOnlyList<object>> WriteAsync(Caller caller, Collection target, AccessAction action, Func<IReadOnlyList<WriteRow>> rows,
        Func<DbSession, Task<List<object>>> work, CancellationToken cancellation)
    {
        List<object> keys;
        try
        {
            keys = await database.TransactAsync(work, cancellation);
        }
        catch (DbException error)
        {
            if (await new ViolationTranslator(database, caller.Schema).TranslateAsync(error, target, rows(), cancellation) is { } refusal) throw refusal;
            throw;
        }

        if (keys.Count > 0) changes.Raise(new ItemChanged(target.Name, action, keys));
        return keys;
    }

    /// <summary>Refuses unless the caller may do this, with these fields, to each of the rows.</summary>
    private async Task RequireRowsAsync(Caller caller, DbSession session, Collection target, AccessAction action,
        IEnumerable<string> fields, object?[] keys, CancellationToken cancellation)
    {
        if (caller.Access.IsUnrestricted) return;
        var source = QueryPlanner.PlanRows(contexts.For(caller), action, target, fields, ItemQuery.Default, [.. keys]);
        var count = Convert.ToInt64(await session.ScalarAsync(CountCompiler.Count(session.Dialect, source), cancellation), CultureInfo.InvariantCulture);
        if (count != keys.Length) throw DirectusException.Forbidden();
    }

    // What a query that writes may match has to be readable as well as writable: otherwise its filter would be an oracle.
    private async Task<object?[]> MatchesAsync(Caller caller, Collection target, AccessAction action, ItemQuery query, CancellationToken cancellation)
    {
        caller.Require(target.Name, AccessAction.Read);
        var context = contexts.For(caller);
        var readable = QueryPlanner.PlanRows(context, AccessAction.Read, target, [], query, null);
        var window = QueryWindow.Of(query with { Limit = query.Limit ?? -1 }, context.Options);
        await using var session = await database.OpenAsync(cancellation);
        var keys = await session.QueryAsync(CountCompiler.Keys(session.Dialect, readable, window.Limit, window.Offset),
            reader => (object?)reader.GetValue(0), cancellation);
        return [.. ItemKeys.Parse(target, [.. keys.Select(key => JsonSerializer.SerializeToElement(key))])];
    }

    private async Task RecordAsync(Caller caller, DbSession session, Collection target, AccessAction action,
        Func<IEnumerable<RecordedItem>> withRevisions, IReadOnlyList<object> keys, CancellationToken cancellation)
    {
        if (target.Accountability is null || keys.Count == 0) return;
        IReadOnlyList<RecordedItem> items = target.Accountability == "all"
            ? [.. withRevisions()]
            : [.. keys.Select(key => new RecordedItem(key, null, null))];
        await recorder.RecordAsync(caller, session, target, action, items, cancellation);
    }

    private List<WriteRow> Parse(Caller caller, Collection target, AccessAction action, IReadOnlyList<JsonElement> items)
    {
        var parser = new PayloadParser(caller, target, action, clock.GetUtcNow(), hasher);
        var rows = new List<WriteRow>(items.Count);
        foreach (var item in items) rows.Add(parser.Parse(item));
        return rows;
    }

    private static IEnumerable<string> FieldsOf(Collection target, JsonElement data) => data.EnumerateObject().Select(property => property.Name)
        .Where(name => name != target.PrimaryKey.Name && target.TryGetField(name, out _));

    private static JsonObject ToObject(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? JsonObject.Create(item.Clone())! : throw DirectusException.InvalidPayload("An item has to be an object");

    private static JsonElement ToElement(JsonObject item) => JsonSerializer.SerializeToElement(item);
}
