using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Changes rows, each time with all that goes with it: the caller's rights on the rows, the rules of the
/// collection, the statement, the record. The only way from a write to a table.</summary>
internal sealed class RowChanges(Caller caller, DbSession session, PlanContexts contexts, FrozenDictionary<string, IItemRules> rules,
    WriteLog log, CancellationToken cancellation)
{
    private readonly RowStore _store = new(session, caller.Schema, cancellation);

    public DbSession Session => session;

    /// <summary>Inserts items of one collection.</summary>
    public async Task CreateAsync(Collection collection, IReadOnlyList<WriteNode> nodes)
    {
        if (rules.GetValueOrDefault(collection.Name) is { } rule)
        {
            var before = nodes.Select(node => node.Row.ToObject()).ToList();
            var items = nodes.Select(node => node.Row.ToObject()).ToList();
            await rule.OnCreateAsync(caller, session, items, cancellation);
            for (var i = 0; i < nodes.Count; i++) nodes[i].Parser.Retake(nodes[i].Row, before[i], items[i], nodes[i].Path);
        }

        var rows = nodes.Select(node => node.Row).ToArray();
        log.Attempt = (collection, rows);
        var keys = await _store.InsertAsync(collection, rows);
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes[i].Keys = [keys[i]];
            log.Created(collection, keys[i]);
            var told = Told(nodes[i]);
            nodes[i].Records.Add(WriteLog.Record(collection, AccessAction.Create, keys[i], told, told));
        }
    }

    /// <summary>Inserts an item together with its account by one statement, which needs no transaction around it.</summary>
    public async Task CreateAloneAsync(WriteNode node, IItemRecorder recorder)
    {
        var (collection, told) = (node.Collection, Told(node));
        var revision = collection.Accountability == "all" ? new ItemRevision(told, told) : null;
        log.Attempt = (collection, [node.Row]);
        var key = await _store.InsertWithAsync(collection, node.Row, (sql, created) =>
        {
            if (collection.Accountability is not null) recorder.AppendCreation(sql, caller, created, collection, revision);
        });
        node.Records.Add(new ItemRecord(collection, AccessAction.Create, key));
    }

    public async Task UpdateAsync(IReadOnlyList<WriteNode> nodes)
    {
        foreach (var group in nodes.GroupBy(node => node.Collection).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
            await LockAsync(group.Key, [.. group.SelectMany(node => node.Keys).Distinct()], session.Dialect.ChangeLock);
        foreach (var group in nodes.GroupBy(node => (node.Collection, string.Join('\n', node.Row.Written))))
        {
            await RequireRowsAsync(group.Key.Collection, AccessAction.Update, group.First().Row.Written,
                [.. group.SelectMany(node => node.Keys).Distinct()]);
        }

        var batches = new UpdateBatches(session.Dialect.BatchParameters, collection => rules.ContainsKey(collection.Name));
        foreach (var batch in batches.Of(nodes))
        {
            if (batch is [var node]) await UpdateAsync(node);
            else await UpdateEachAsync(batch[0].Collection, batch);
        }
    }

    /// <summary>Deletes those of the items that there are.</summary>
    public async Task<IReadOnlyList<ItemRecord>> DeleteAsync(Collection collection, object?[] keys)
    {
        await LockAsync(collection, keys, session.Dialect.RowLock);
        await RequireRowsAsync(collection, AccessAction.Delete, [], keys);
        if (rules.GetValueOrDefault(collection.Name) is { } rule)
            await rule.OnDeleteAsync(caller, session, [.. keys.Select(key => key!)], cancellation);
        log.Attempt = (collection, []);
        var deleted = await _store.DeleteAsync(collection, keys);
        return [.. deleted.Select(key => WriteLog.Record(collection, AccessAction.Delete, key, null, null))];
    }

    private async Task UpdateAsync(WriteNode node)
    {
        if (rules.GetValueOrDefault(node.Collection.Name) is { } rule)
        {
            var (before, item) = (node.Row.ToObject(), node.Row.ToObject());
            await rule.OnUpdateAsync(caller, session, [.. node.Keys.Select(key => key!)], item, cancellation);
            node.Parser.Retake(node.Row, before, item, node.Path);
        }

        log.Attempt = (node.Collection, [node.Row]);
        var delta = DeltaOf(node);
        foreach (var (key, item) in await _store.UpdateAsync(node.Collection, node.Row, node.Keys))
            node.Records.Add(WriteLog.Record(node.Collection, AccessAction.Update, key, item, delta));
    }

    private async Task UpdateEachAsync(Collection collection, IReadOnlyList<WriteNode> nodes)
    {
        log.Attempt = (collection, [.. nodes.Select(node => node.Row)]);
        var byKey = nodes.ToDictionary(node => node.Keys[0]!);
        foreach (var (key, item) in await _store.UpdateEachAsync(collection, [.. nodes.Select(node => (node.Keys[0], node.Row))]))
            byKey[key].Records.Add(WriteLog.Record(collection, AccessAction.Update, key, item, DeltaOf(byKey[key])));
    }

    private static byte[]? DeltaOf(WriteNode node) => node.Collection.Accountability == "all" ? node.Row.ToRevision(_ => true) : null;

    // Statements take rows in the order in which they come upon them, which may be another one for each.
    private async Task LockAsync(Collection collection, object?[] keys, string? mode)
    {
        if (mode is not null && keys.Length > 1) await session.ExecuteAsync(WriteCompiler.LockAll(session.Dialect, collection, keys, mode), cancellation);
    }

    /// <summary>Refuses unless the caller may do this, with these fields, to each of the rows.</summary>
    private async Task RequireRowsAsync(Collection collection, AccessAction action, IEnumerable<string> fields, object?[] keys)
    {
        caller.Require(collection.Name, action);
        if (caller.Access.IsUnrestricted) return;
        var source = QueryPlanner.PlanRows(contexts.For(caller), action, collection, fields, ItemQuery.Default, [.. keys]);
        var count = Convert.ToInt64(await session.ScalarAsync(CountCompiler.Count(session.Dialect, source), cancellation), CultureInfo.InvariantCulture);
        if (count != keys.Length) throw DirectusException.Forbidden();
    }

    // What a revision keeps of a created item: not what it refers to.
    private byte[]? Told(WriteNode node) => node.Collection.Accountability == "all" ? node.Row.ToRevision(field => !IsLink(field)) : null;

    private bool IsLink(Field field) => caller.Schema.RelationOfMany(field.Collection, field.Name) is not null;
}
