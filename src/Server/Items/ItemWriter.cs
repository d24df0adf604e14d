using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Writes items with what is nested in them, each call in one transaction with its activity and revisions.
/// Answers primary keys (int, long, string or Guid); to answer the items themselves, read them after with
/// <see cref="ItemReader"/>.</summary>
public sealed partial class ItemWriter(Database database, PlanContexts contexts, WriteTransactions transactions, Attempts attempts)
{
    private async Task<IReadOnlyList<object>> CreateOnceAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Create);
        return items.Count == 0 ? [] : await CreateAsync(caller, target, items, cancellation);
    }

    private async Task<IReadOnlyList<object>> SaveOnceAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        IReadOnlyList<JsonElement> keys, JsonElement change, CancellationToken cancellation)
    {
        if (keys.Count == 0) return await CreateOnceAsync(caller, collection, items, cancellation);
        var target = caller.Require(collection, ItemUses.Update);
        if (items.Count > 0) caller.Require(collection, ItemUses.Create);
        object?[] typed = [.. ItemKeys.Parse(target, keys).Distinct()];
        return await transactions.WriteAsync(caller,
            tree => [.. items.Select(item => tree.Create(target, item)), tree.Update(target, typed, change)], cancellation);
    }

    private Task<IReadOnlyList<object>> UpdateOnceAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys,
        JsonElement data, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Update);
        return UpdateAsync(caller, target, [.. ItemKeys.Parse(target, keys).Distinct()], data, null, cancellation);
    }

    private Task<IReadOnlyList<object>> UpdateOneOnceAsync(Caller caller, string collection, JsonElement key, JsonElement data,
        ItemCondition? condition, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Update);
        var typed = ItemKeys.Parse(target, key);
        return UpdateAsync(caller, target, [typed], data, Check(caller, target, typed, condition), cancellation);
    }

    private async Task<IReadOnlyList<object>> UpdateEachOnceAsync(Caller caller, string collection, IReadOnlyList<JsonElement> items,
        CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Update);
        if (items.Count == 0) return [];
        return await transactions.WriteAsync(caller, tree => [.. items.Select(item => tree.Update(target, [OwnKey(target, item)], item))], cancellation);
    }

    private async Task<IReadOnlyList<object>> UpdateByQueryOnceAsync(Caller caller, string collection, ItemQuery query,
        JsonElement data, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Update);
        return await UpdateAsync(caller, target, await MatchesAsync(caller, target, AccessAction.Update, query, cancellation), data, null, cancellation);
    }

    private async Task<object> UpsertSingletonOnceAsync(Caller caller, string collection, JsonElement data, ItemCondition? condition,
        CancellationToken cancellation)
    {
        Caller.RequireUse(collection, ItemUses.Update);
        var target = caller.Schema.TryGetCollection(collection, out var found) ? found : throw DirectusException.Forbidden(collection);
        if (await FirstKeyAsync(target, cancellation) is { } key)
        {
            caller.Require(collection, AccessAction.Update);
            return (await UpdateAsync(caller, target, [key], data, Check(caller, target, key, condition), cancellation))[0];
        }

        caller.Require(collection, AccessAction.Create);
        if (condition is null) return (await CreateAsync(caller, target, [data], cancellation))[0];
        caller.Require(collection, AccessAction.Read);
        throw ItemConditionCheck.Failed();
    }

    private async Task DeleteOnceAsync(Caller caller, string collection, IReadOnlyList<JsonElement> keys, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Delete);
        await transactions.DeleteAsync(caller, target, [.. ItemKeys.Parse(target, keys).Distinct()], null, cancellation);
    }

    private async Task DeleteOneOnceAsync(Caller caller, string collection, JsonElement key, ItemCondition? condition, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Delete);
        var typed = ItemKeys.Parse(target, key);
        await transactions.DeleteAsync(caller, target, [typed], Check(caller, target, typed, condition), cancellation);
    }

    private async Task DeleteByQueryOnceAsync(Caller caller, string collection, ItemQuery query, CancellationToken cancellation)
    {
        var target = caller.Require(collection, ItemUses.Delete);
        await transactions.DeleteAsync(caller, target, await MatchesAsync(caller, target, AccessAction.Delete, query, cancellation), null, cancellation);
    }

    private Task<IReadOnlyList<object>> CreateAsync(Caller caller, Collection target, IReadOnlyList<JsonElement> items, CancellationToken cancellation) =>
        transactions.WriteAsync(caller, tree => [.. items.Select(item => tree.Create(target, item))], cancellation);

    private async Task<IReadOnlyList<object>> UpdateAsync(Caller caller, Collection target, object?[] keys, JsonElement data,
        ItemConditionCheck? condition, CancellationToken cancellation) => keys.Length == 0
            ? []
            : await transactions.WriteAsync(caller, tree => [tree.Update(target, keys, data)], condition, cancellation);

    private ItemConditionCheck? Check(Caller caller, Collection target, object key, ItemCondition? condition) =>
        condition is null ? null : new ItemConditionCheck(contexts.For(caller), caller, target, key, condition);

    private static object OwnKey(Collection target, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) throw DirectusException.InvalidPayload("An item has to be an object");
        return item.TryGetProperty(target.PrimaryKey.Name, out var key)
            ? ItemKeys.Parse(target, key)
            : throw DirectusException.InvalidPayload("Item in update misses primary key");
    }

    private async Task<object?> FirstKeyAsync(Collection target, CancellationToken cancellation)
    {
        var first = ColumnCompiler.Append(new SqlBuilder(database.Dialect).Append("select "), null, target.PrimaryKey).Append(" from ").Name(target.Name)
            .Append(" order by ").Name(target.PrimaryKey.Name);
        database.Dialect.AppendLimit(first, 1, 0);
        await using var session = await database.OpenAsync(cancellation);
        return (await session.QueryAsync(first.Build(), reader => KeyReader.Read(session.Dialect, reader, 0, target.PrimaryKey), cancellation)).FirstOrDefault();
    }

    // What a query that writes may match has to be readable as well as writable: otherwise its filter would be an oracle.
    private async Task<object?[]> MatchesAsync(Caller caller, Collection target, AccessAction action, ItemQuery query, CancellationToken cancellation)
    {
        var reads = caller.Access.Allows(target.Name, AccessAction.Read);
        if (!reads) NamingQuery.Require(target, query);
        // Groups have no keys.
        if (query.Aggregates.Length + query.GroupBy.Length > 0) return [];
        var context = await contexts.ForAsync(reads ? caller : Seeing(caller, target, action), query, cancellation);
        var wanted = QueryPlanner.PlanKeys(context, target, query);
        await using var session = await database.OpenAsync(cancellation);
        var keys = await session.QueryAsync(SelectCompiler.Root(session.Dialect, wanted),
            reader => KeyReader.Read(session.Dialect, reader, 0, target.PrimaryKey), cancellation);
        return [.. keys.Where(key => key is not null)];
    }

    // Who may write but not read names items by what they may write of them; rows out of reach are refused then as by key.
    private static Caller Seeing(Caller caller, Collection target, AccessAction action)
    {
        var rules = caller.Access.For(target.Name, action).Select(rule => rule with { Filter = FilterNode.All });
        return caller with { Access = new AccessRules(new Dictionary<(string, AccessAction), ImmutableArray<AccessRule>> { [(target.Name, AccessAction.Read)] = [.. rules] }) };
    }
}
