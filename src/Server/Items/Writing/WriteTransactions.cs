using System.Collections.Frozen;
using System.Data.Common;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Runs each write as one transaction: the items and what is nested in them, then the account of it. Violations
/// become refusals, and listeners hear of what was committed.</summary>
public sealed class WriteTransactions(Database database, PlanContexts contexts, SecretFields secrets, IItemRecorder recorder,
    IEnumerable<IItemRules> rules, ItemChanges changes, AccessStore access, ChangeFeed feed, TimeProvider clock, IOptions<WriteLimits> limits)
{
    private readonly FrozenDictionary<string, IItemRules> _rules = rules.ToFrozenDictionary(rule => rule.Collection);

    /// <summary>Writes the items that the parser is asked for, if the condition holds; answers the keys of those that were written.</summary>
    internal async Task<IReadOnlyList<object>> WriteAsync(Caller caller, Func<WriteTreeParser, WriteNode[]> parse, ItemConditionCheck? condition,
        CancellationToken cancellation)
    {
        // Shaped, decided and checked before a transaction is begun.
        var now = clock.GetUtcNow();
        var presets = new Presets(caller.Schema, caller, now);
        var parser = new WriteTreeParser(caller.Schema, presets, limits.Value.MaxItems);
        var nodes = parse(parser);
        var refersToItself = false;
        do refersToItself |= await new KeyLookup(database, cancellation).DecideAsync(parser.Keyed);
        while (parser.ReadDecided());
        var checker = new WriteTreeChecker(caller, presets, now, secrets);
        foreach (var node in nodes) checker.Check(node);

        if (nodes is [var only] && IsOneStatement(only)) await CreateAloneAsync(caller, only, cancellation);
        else await TransactAsync(caller, async (rows, log) =>
        {
            if (condition is not null) await condition.RequireAsync(rows.Session, cancellation);
            var executor = new WriteTreeExecutor(rows, checker, cancellation);
            if (refersToItself) await RunEachAsync(executor, nodes);
            else await executor.RunAsync(nodes);
            foreach (var node in nodes) log.Add(node);
        }, cancellation);
        return [.. nodes.SelectMany(node => node.Records).Select(record => record.Key)];
    }

    internal async Task<IReadOnlyList<object>> DeleteAsync(Caller caller, Collection target, object[] keys, ItemConditionCheck? condition,
        CancellationToken cancellation)
    {
        if (keys.Length == 0) return [];
        if (keys.Length > limits.Value.MaxItems) throw WriteErrors.TooMany(limits.Value.MaxItems);
        await TransactAsync(caller, async (rows, log) =>
        {
            if (condition is not null) await condition.RequireAsync(rows.Session, cancellation);
            log.Add(await rows.DeleteAsync(target, keys));
        }, cancellation);
        return keys;
    }

    // An item that refers to one beside it has to wait for it.
    private static async Task RunEachAsync(WriteTreeExecutor executor, WriteNode[] nodes)
    {
        foreach (var node in nodes) await executor.RunAsync([node]);
    }

    // An item with nothing nested, of a collection that nothing else depends on. A key that it names may need a sequence set.
    private bool IsOneStatement(WriteNode node) => database.Dialect.WritesInWith && node.Action == AccessAction.Create
        && node is { Keys: [], ToOne: [], ToMany: [] } && !KeyCounter.IsPassed(node.Row) && !_rules.ContainsKey(node.Collection.Name) && !access.DependsOn(node.Collection.Name);

    private Task CreateAloneAsync(Caller caller, WriteNode node, CancellationToken cancellation) => ToldAsync(caller, async log =>
    {
        await using var session = await database.OpenAsync(cancellation);
        await new RowChanges(caller, session, contexts, _rules, log, cancellation).CreateAloneAsync(node, recorder);
        log.Add(node);
    }, cancellation);

    private Task TransactAsync(Caller caller, Func<RowChanges, WriteLog, Task> work, CancellationToken cancellation) => ToldAsync(caller, log =>
        database.TransactOnceAsync(async session =>
        {
            await work(new RowChanges(caller, session, contexts, _rules, log, cancellation), log);
            log.Attempt = null;
            if (log.Accounted is { Count: > 0 } records) await recorder.RecordAsync(caller, session, records, cancellation);
            if (log.Records.Any(record => access.DependsOn(record.Collection.Name))) await feed.SendAsync(session, ChangeTopic.Rights, cancellation);
            return true;
        }, cancellation), cancellation);

    private async Task ToldAsync(Caller caller, Func<WriteLog, Task> write, CancellationToken cancellation)
    {
        var log = new WriteLog();
        try
        {
            await write(log);
        }
        catch (DbException error)
        {
            if (await new ViolationTranslator(database, caller.Schema, log).TranslateAsync(error, cancellation) is { } refusal) throw refusal;
            throw;
        }

        foreach (var change in log.Changes()) changes.Raise(change);
    }
}
