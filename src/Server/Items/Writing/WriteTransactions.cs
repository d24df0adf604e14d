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
    ItemChanges changes)
{
    private readonly FrozenDictionary<string, IItemRules> _rules = rules.ToFrozenDictionary(rule => rule.Collection);

    /// <summary>Writes what was planned, if the condition holds; answers the keys of the items of the request.</summary>
    internal Task<IReadOnlyList<object>> WriteAsync(Caller caller, WritePlan plan, ItemConditionCheck? condition, CancellationToken cancellation)
    {
        if (!caller.Unrecorded && plan.Items is [var only] && IsOneStatement(only)) return CreateAloneAsync(caller, only, cancellation);
        return TransactAsync(caller, condition, async (rows, log) =>
        {
            var executor = new WriteTreeExecutor(rows, plan.Checker, log, cancellation);
            // An item that refers to one beside it has to wait for it.
            if (plan.RefersToItself) foreach (var item in plan.Items) await executor.RunAsync([item]);
            else await executor.RunAsync(plan.Items);
            foreach (var item in plan.Items) log.Tell(item);
            return [.. plan.Items.SelectMany(item => log.Of(item.Node)).Select(record => record.Key)];
        }, cancellation);
    }

    /// <summary>Deletes the items, if the condition holds; answers the keys of those that there were.</summary>
    internal Task<IReadOnlyList<object>> DeleteAsync(Caller caller, Collection collection, object[] keys, ItemConditionCheck? condition,
        CancellationToken cancellation) => TransactAsync(caller, condition, async (rows, log) =>
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

    private Task<IReadOnlyList<object>> TransactAsync(Caller caller, ItemConditionCheck? condition,
        Func<RowChanges, WriteLog, Task<IReadOnlyList<object>>> write, CancellationToken cancellation) =>
        AnnounceAsync(caller, log => database.TransactOnceAsync(async session =>
        {
            if (condition is not null) await condition.RequireAsync(session, cancellation);
            var keys = await write(new RowChanges(caller, session, contexts, _rules, log, cancellation), log);
            log.LastStatement = null;
            if (!caller.Unrecorded && log.Accounted is { Count: > 0 } records) await recorder.RecordAsync(caller, session, records, cancellation);
            if (log.Records.Any(record => changes.AffectRights(record.Collection.Name))) await changes.SendRightsAsync(session, cancellation);
            return keys;
        }, cancellation), cancellation);

    private async Task<T> AnnounceAsync<T>(Caller caller, Func<WriteLog, Task<T>> write, CancellationToken cancellation)
    {
        var log = new WriteLog();
        T result;
        try
        {
            result = await write(log);
        }
        catch (DbException error)
        {
            if (await new ViolationTranslator(database, caller.Schema, log).TranslateAsync(error, cancellation) is { } refusal) throw refusal;
            throw;
        }

        foreach (var change in log.Changes()) changes.Raise(change);
        return result;
    }
}
