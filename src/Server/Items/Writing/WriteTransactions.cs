using System.Collections.Frozen;
using System.Data.Common;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Runs each write as one transaction: the items and what is nested in them, then the account of it. Violations
/// become refusals, and listeners hear of what was committed.</summary>
public sealed class WriteTransactions(Database database, PlanContexts contexts, IItemRecorder recorder, IEnumerable<IItemRules> rules,
    ItemChanges changes, WriteTrials trials)
{
    private readonly FrozenDictionary<string, IItemRules> _rules = rules.ToFrozenDictionary(rule => rule.Collection);

    /// <summary>Writes what was planned, if the condition holds; answers the keys of the items of the request.</summary>
    internal Task<IReadOnlyList<object>> WriteAsync(Caller caller, WritePlan plan, IWriteGuard? guard, CancellationToken cancellation)
    {
        if (!caller.Unrecorded && plan.Items is [var only] && IsOneStatement(only)) return CreateAloneAsync(caller, only, cancellation);
        return TransactAsync(caller, guard, async (rows, log) =>
        {
            await new WriteTreeExecutor(rows, plan.Checker, log, cancellation).RunAsync(plan);
            foreach (var item in plan.Items) log.Tell(item);
            return [.. plan.Items.SelectMany(item => log.Of(item.Node)).Select(record => record.Key)];
        }, cancellation);
    }

    /// <summary>Writes plan after plan in one transaction, each with its account before the next is made; answers how many items there were.
    /// Who hears of it is told what was done, not to which.</summary>
    internal async Task<long> WriteAllAsync(Caller caller, Func<DbSession, IAsyncEnumerable<WritePlan>> plans, CancellationToken cancellation)
    {
        var (log, done) = (new WriteLog(), new HashSet<(string Collection, AccessAction Action)>());
        long count;
        try
        {
            count = await database.TransactOnceAsync(async session =>
            {
                var items = 0L;
                await foreach (var plan in plans(session))
                {
                    log = new WriteLog();
                    var rows = new RowChanges(caller, session, contexts, _rules, log, cancellation);
                    await new WriteTreeExecutor(rows, plan.Checker, log, cancellation).RunAsync(plan);
                    foreach (var item in plan.Items) log.Tell(item);
                    await RecordAsync(caller, session, log, cancellation);
                    done.UnionWith(log.Records.Select(record => (record.Collection.Name, record.Action)));
                    items += plan.Items.Length;
                }

                if (done.Any(change => changes.AffectRights(change.Collection))) await changes.SendRightsAsync(session, cancellation);
                return items;
            }, cancellation);
        }
        catch (DbException error)
        {
            if (await new ViolationTranslator(database, caller.Schema, log).TranslateAsync(error, cancellation) is { } refusal) throw refusal;
            throw;
        }

        foreach (var (collection, action) in done) changes.Raise(new ItemChanged(collection, action, []));
        return count;
    }

    /// <summary>Tries a write with all that goes with it, but for the account, and takes it back.</summary>
    internal Task TryAsync(Caller caller, WritePlan plan, CancellationToken cancellation) =>
        trials.TryAsync(caller, plan, _rules, _ => Task.CompletedTask, (_, _) => Task.FromResult(true), cancellation);

    /// <summary>Deletes the items, if the condition holds; answers the keys of those that there were.</summary>
    internal Task<IReadOnlyList<object>> DeleteAsync(Caller caller, Collection collection, object[] keys, IWriteGuard? guard,
        CancellationToken cancellation) => TransactAsync(caller, guard, async (rows, log) =>
        {
            var deleted = await rows.DeleteAsync(collection, keys);
            log.Tell(deleted);
            return [.. deleted.Select(record => record.Key)];
        }, cancellation);

    // An item with nothing nested, of a collection that nothing else depends on. A key that it names may need a sequence set.
    private bool IsOneStatement(PlannedItem item) => database.Dialect.WritesInWith
        && item is { Action: AccessAction.Create, Node.Keys: [], Links: [], Lists: [] } && !KeyCounter.IsPassed(item.Row)
        && !_rules.ContainsKey(item.Collection.Name) && !changes.AffectRights(item.Collection.Name);

    private Task<IReadOnlyList<object>> CreateAloneAsync(Caller caller, PlannedItem item, CancellationToken cancellation) =>
        AnnounceAsync<IReadOnlyList<object>>(caller, async log =>
        {
            await using var session = await database.OpenAsync(cancellation);
            var record = await new RowChanges(caller, session, contexts, _rules, log, cancellation).CreateAloneAsync(item, recorder);
            log.Tell([record]);
            return [record.Key];
        }, cancellation);

    private Task<IReadOnlyList<object>> TransactAsync(Caller caller, IWriteGuard? guard,
        Func<RowChanges, WriteLog, Task<IReadOnlyList<object>>> write, CancellationToken cancellation) =>
        AnnounceAsync(caller, log => database.TransactOnceAsync(async session =>
        {
            if (guard is not null) await guard.RequireAsync(session, cancellation);
            var keys = await write(new RowChanges(caller, session, contexts, _rules, log, cancellation), log);
            await RecordAsync(caller, session, log, cancellation);
            if (log.Records.Any(record => changes.AffectRights(record.Collection.Name))) await changes.SendRightsAsync(session, cancellation);
            return keys;
        }, cancellation), cancellation);

    private async Task RecordAsync(Caller caller, DbSession session, WriteLog log, CancellationToken cancellation)
    {
        log.LastStatement = null;
        if (!caller.Unrecorded && log.Accounted is { Count: > 0 } records) await recorder.RecordAsync(caller, session, records, cancellation);
    }

    private async Task<T> AnnounceAsync<T>(Caller caller, Func<WriteLog, Task<T>> write, CancellationToken cancellation)
    {
        var log = new WriteLog();
        var result = await new ViolationTranslator(database, caller.Schema, log).RunAsync(write, cancellation);
        foreach (var change in log.Changes()) changes.Raise(change);
        return result;
    }
}
