using System.Collections.Frozen;
using System.Globalization;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Rows;
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
    private readonly RowStatements _statements = new(session, caller.Schema, cancellation);

    public DbSession Session => session;

    /// <summary>Inserts items of one collection.</summary>
    public async Task CreateAsync(Collection collection, PlannedItem[] items)
    {
        if (rules.GetValueOrDefault(collection.Name) is { } rule)
        {
            var before = Array.ConvertAll(items, item => item.Row.ToObject());
            var after = Array.ConvertAll(items, item => item.Row.ToObject());
            await rule.OnCreateAsync(caller, session, after, cancellation);
            for (var i = 0; i < items.Length; i++) items[i].Parser.TakeChanges(items[i].Row, before[i], after[i], items[i].Node.Path);
        }

        var rows = Array.ConvertAll(items, item => item.Row);
        log.LastStatement = (collection, rows);
        var keys = await _statements.InsertAsync(collection, rows);
        for (var i = 0; i < items.Length; i++)
        {
            var created = CreatedJson(items[i]);
            log.Add(items[i].Node, Record(collection, AccessAction.Create, keys[i], created, created));
        }
    }

    /// <summary>Inserts an item together with its account by one statement, which needs no transaction around it.</summary>
    public async Task<ItemRecord> CreateAloneAsync(PlannedItem item, IItemRecorder recorder)
    {
        var (collection, created) = (item.Collection, CreatedJson(item));
        var revision = KeepsRevisions(collection) ? new ItemRevision(created, created) : null;
        log.LastStatement = (collection, [item.Row]);
        var key = await _statements.InsertWithAsync(collection, item.Row, (sql, inserted) =>
        {
            if (collection.Accountability is not null) recorder.AppendCreation(sql, caller, inserted, collection, revision);
        });
        return new ItemRecord(collection, AccessAction.Create, key);
    }

    public async Task UpdateAsync(IReadOnlyList<PlannedItem> items)
    {
        foreach (var group in items.GroupBy(item => item.Collection).OrderBy(group => group.Key.Name, StringComparer.Ordinal))
            await LockAsync(group.Key, [.. group.SelectMany(item => item.Node.Keys).Distinct()], session.Dialect.ChangeLock);
        foreach (var group in items.GroupBy(item => (item.Collection, string.Join('\n', item.Row.Written))))
        {
            await RequireRowsAsync(group.Key.Collection, AccessAction.Update, group.First().Row.Written,
                [.. group.SelectMany(item => item.Node.Keys).Distinct()]);
        }

        var batches = new UpdateBatches(session.Dialect.BatchParameters, collection => rules.ContainsKey(collection.Name));
        foreach (var batch in batches.Of(items))
        {
            if (batch is [var item]) await UpdateAsync(item);
            else await UpdateEachAsync(batch[0].Collection, batch);
        }
    }

    /// <summary>Deletes those of the items that there are.</summary>
    public async Task<IReadOnlyList<ItemRecord>> DeleteAsync(Collection collection, object[] keys)
    {
        await LockAsync(collection, keys, session.Dialect.RowLock);
        await RequireRowsAsync(collection, AccessAction.Delete, [], keys);
        if (rules.GetValueOrDefault(collection.Name) is { } rule) await rule.OnDeleteAsync(caller, session, keys, cancellation);
        log.LastStatement = (collection, []);
        var deleted = await _statements.DeleteAsync(collection, keys);
        if (collection.Versioned) await _statements.DeleteVersionsAsync(collection, deleted);
        return [.. deleted.Select(key => Record(collection, AccessAction.Delete, key, null, null))];
    }

    private async Task UpdateAsync(PlannedItem item)
    {
        var (collection, node) = (item.Collection, item.Node);
        if (rules.GetValueOrDefault(collection.Name) is { } rule)
        {
            var (before, after) = (item.Row.ToObject(), item.Row.ToObject());
            await rule.OnUpdateAsync(caller, session, node.Keys, after, cancellation);
            item.Parser.TakeChanges(item.Row, before, after, node.Path);
        }

        log.LastStatement = (collection, [item.Row]);
        var delta = DeltaJson(item);
        foreach (var (key, json) in await _statements.UpdateAsync(collection, item.Row, node.Keys))
            log.Add(node, Record(collection, AccessAction.Update, key, json, delta));
    }

    private async Task UpdateEachAsync(Collection collection, IReadOnlyList<PlannedItem> items)
    {
        log.LastStatement = (collection, [.. items.Select(item => item.Row)]);
        var byKey = items.ToDictionary(item => item.Node.Keys[0]);
        foreach (var (key, json) in await _statements.UpdateEachAsync(collection, [.. items.Select(item => (item.Node.Keys[0], item.Row))]))
            log.Add(byKey[key].Node, Record(collection, AccessAction.Update, key, json, DeltaJson(byKey[key])));
    }

    // Statements take rows in the order in which they come upon them, which may be another one for each.
    private async Task LockAsync(Collection collection, object[] keys, string? mode)
    {
        if (mode is null || keys.Length <= 1) return;
        await session.ExecuteAsync(WriteCompiler.LockAll(session.Dialect, collection, keys, mode), cancellation);
    }

    /// <summary>Refuses unless the caller may do this, with these fields, to each of the rows.</summary>
    private async Task RequireRowsAsync(Collection collection, AccessAction action, IEnumerable<string> fields, object[] keys)
    {
        caller.Require(collection.Name, action);
        if (caller.Access.IsUnrestricted) return;
        var source = QueryPlanner.PlanRows(contexts.For(caller), action, collection, fields, ItemQuery.Default, [.. keys]);
        if (await RowCount.OfAsync(session, source, cancellation) != keys.Length) throw DirectusException.Forbidden();
    }

    // An update that set nothing has no revision.
    private static ItemRecord Record(Collection collection, AccessAction action, object key, byte[]? data, byte[]? delta)
    {
        var keeps = KeepsRevisions(collection) && (action == AccessAction.Create || delta is not null);
        return new ItemRecord(collection, action, key) { Revision = keeps ? new ItemRevision(data, delta) : null };
    }

    // What a revision keeps of a created item: not what it refers to.
    private byte[]? CreatedJson(PlannedItem item) => !KeepsRevisions(item.Collection) ? null
        : item.Row.ToRevision(field => caller.Schema.RelationOfMany(field.Collection, field.Name) is null);

    private static byte[]? DeltaJson(PlannedItem item) => KeepsRevisions(item.Collection) ? item.Row.ToRevision(_ => true) : null;

    private static bool KeepsRevisions(Collection collection) => collection.Accountability == Collection.AccountsForAll;
}
