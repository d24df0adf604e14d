using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Writes items with what is nested in them, each write in one transaction with its activity and revisions.</summary>
public sealed class ItemWriter(WriteTargets targets, PlanContexts contexts, WritePlanner planner, WriteTransactions transactions,
    Attempts attempts)
{
    /// <summary>Answers the primary keys (int, long, string or Guid) of the items that were written; to answer the items themselves,
    /// read them after with <see cref="ItemReader.TryReadAsync"/>.</summary>
    public Task<IReadOnlyList<object>> WriteAsync(Caller caller, ItemWrite write, CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => WriteOnceAsync(current, write, cancellation), cancellation);

    private Task<IReadOnlyList<object>> WriteOnceAsync(Caller caller, ItemWrite write, CancellationToken cancellation) => write switch
    {
        ItemWrite.Create create => CreateAsync(caller, create, cancellation),
        ItemWrite.Save save => SaveAsync(caller, save, cancellation),
        ItemWrite.Update update => UpdateAsync(caller, update, cancellation),
        ItemWrite.UpdateMatching update => UpdateMatchingAsync(caller, update, cancellation),
        ItemWrite.UpdateEach update => UpdateEachAsync(caller, update, cancellation),
        ItemWrite.UpdateSingleton update => UpdateSingletonAsync(caller, update, cancellation),
        ItemWrite.Delete delete => DeleteAsync(caller, delete, cancellation),
        ItemWrite.DeleteMatching delete => DeleteMatchingAsync(caller, delete, cancellation),
        _ => throw new InvalidOperationException($"{write} is no write."),
    };

    private async Task<IReadOnlyList<object>> CreateAsync(Caller caller, ItemWrite.Create write, CancellationToken cancellation)
    {
        var target = caller.Require(write.Collection, ItemUses.Create);
        return write.Items.Count == 0 ? [] : await CreateAsync(caller, target, write.Items, cancellation);
    }

    private async Task<IReadOnlyList<object>> SaveAsync(Caller caller, ItemWrite.Save write, CancellationToken cancellation)
    {
        if (write.Keys.Count == 0) return await CreateAsync(caller, new ItemWrite.Create(write.Collection, write.Items), cancellation);
        var target = caller.Require(write.Collection, ItemUses.Update);
        if (write.Items.Count > 0) caller.Require(write.Collection, ItemUses.Create);
        var keys = Keys(target, write.Keys);
        return await PlanAndWriteAsync(caller,
            tree => [.. write.Items.Select(item => tree.Create(target, item)), tree.Update(target, keys, write.Data)], null, cancellation);
    }

    private Task<IReadOnlyList<object>> UpdateAsync(Caller caller, ItemWrite.Update write, CancellationToken cancellation)
    {
        var target = caller.Require(write.Collection, ItemUses.Update);
        var keys = Keys(target, write.Keys);
        return UpdateAsync(caller, target, keys, write.Data, write.Guard ?? Check(caller, target, keys, write.Condition), cancellation);
    }

    private async Task<IReadOnlyList<object>> UpdateMatchingAsync(Caller caller, ItemWrite.UpdateMatching write, CancellationToken cancellation)
    {
        var target = caller.Require(write.Collection, ItemUses.Update);
        var keys = await targets.MatchingAsync(caller, target, AccessAction.Update, write.Query, cancellation);
        return await UpdateAsync(caller, target, keys, write.Data, null, cancellation);
    }

    private async Task<IReadOnlyList<object>> UpdateEachAsync(Caller caller, ItemWrite.UpdateEach write, CancellationToken cancellation)
    {
        var target = caller.Require(write.Collection, ItemUses.Update);
        if (write.Items.Count == 0) return [];
        return await PlanAndWriteAsync(caller, tree => [.. write.Items.Select(item => tree.Update(target, [OwnKey(target, item)], item))],
            null, cancellation);
    }

    private async Task<IReadOnlyList<object>> UpdateSingletonAsync(Caller caller, ItemWrite.UpdateSingleton write, CancellationToken cancellation)
    {
        Caller.RequireUse(write.Collection, ItemUses.Update);
        var target = caller.Schema.TryGetCollection(write.Collection, out var found) ? found : throw DirectusException.Forbidden(write.Collection);
        if (await targets.OfSingletonAsync(target, cancellation) is { } key)
        {
            caller.Require(write.Collection, AccessAction.Update);
            return await UpdateAsync(caller, target, [key], write.Data, Check(caller, target, [key], write.Condition), cancellation);
        }

        caller.Require(write.Collection, AccessAction.Create);
        if (write.Condition is null) return await CreateAsync(caller, target, [write.Data], cancellation);
        caller.Require(write.Collection, AccessAction.Read);
        throw ItemConditionCheck.Failed();
    }

    private async Task<IReadOnlyList<object>> DeleteAsync(Caller caller, ItemWrite.Delete write, CancellationToken cancellation)
    {
        var target = caller.Require(write.Collection, ItemUses.Delete);
        var keys = Keys(target, write.Keys);
        return await DeleteAsync(caller, target, keys, Check(caller, target, keys, write.Condition), cancellation);
    }

    private async Task<IReadOnlyList<object>> DeleteMatchingAsync(Caller caller, ItemWrite.DeleteMatching write, CancellationToken cancellation)
    {
        var target = caller.Require(write.Collection, ItemUses.Delete);
        var keys = await targets.MatchingAsync(caller, target, AccessAction.Delete, write.Query, cancellation);
        return await DeleteAsync(caller, target, keys, null, cancellation);
    }

    private Task<IReadOnlyList<object>> CreateAsync(Caller caller, Collection target, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation) =>
        PlanAndWriteAsync(caller, tree => [.. items.Select(item => tree.Create(target, item))], null, cancellation);

    private async Task<IReadOnlyList<object>> UpdateAsync(Caller caller, Collection target, object[] keys, JsonElement data,
        IWriteGuard? guard, CancellationToken cancellation) => keys.Length == 0
            ? []
            : await PlanAndWriteAsync(caller, tree => [tree.Update(target, keys, data)], guard, cancellation);

    private async Task<IReadOnlyList<object>> PlanAndWriteAsync(Caller caller, Func<WriteTreeParser, WriteNode[]> parse,
        IWriteGuard? guard, CancellationToken cancellation) =>
        await transactions.WriteAsync(caller, await planner.PlanAsync(caller, parse, cancellation), guard, cancellation);

    private async Task<IReadOnlyList<object>> DeleteAsync(Caller caller, Collection target, object[] keys, IWriteGuard? guard,
        CancellationToken cancellation)
    {
        if (keys.Length == 0) return [];
        planner.RequireFew(keys.Length);
        return await transactions.DeleteAsync(caller, target, keys, guard, cancellation);
    }

    private IWriteGuard? Check(Caller caller, Collection target, object[] keys, ItemCondition? condition) =>
        condition is null ? null : new ItemConditionCheck(contexts.For(caller), caller, target, keys.Single(), condition);

    private static object[] Keys(Collection target, IReadOnlyList<JsonElement> keys) =>
        [.. keys.Select(key => ItemKeys.Parse(target, key)).Distinct()];

    private static object OwnKey(Collection target, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidPayload("An item has to be an object");
        return item.TryGetProperty(target.PrimaryKey.Name, out var key)
            ? ItemKeys.Parse(target, key)
            : throw DirectusException.InvalidPayload("Item in update misses primary key");
    }
}
