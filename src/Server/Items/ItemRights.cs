using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items;

/// <summary>Whether a caller may do something to one item.</summary>
public sealed class ItemRights(Database database, PlanContexts contexts, Attempts attempts)
{
    /// <param name="caller">Who asks.</param>
    /// <param name="action">What they would do.</param>
    /// <param name="collection">A collection; one that is unknown has no items.</param>
    /// <param name="key">The item; null for the one of a singleton, and otherwise for the collection as a whole.</param>
    /// <param name="cancellation">Ends the read.</param>
    public Task<bool> MayAsync(Caller caller, AccessAction action, string collection, string? key, CancellationToken cancellation) =>
        MayAsync(caller, action, collection, key, [], cancellation);

    /// <param name="caller">Who asks.</param>
    /// <param name="action">What they would do.</param>
    /// <param name="collection">A collection; one that is unknown has no items.</param>
    /// <param name="key">The item; null for the one of a singleton, and otherwise for the collection as a whole.</param>
    /// <param name="fields">The fields of the item that they would do it with.</param>
    /// <param name="cancellation">Ends the read.</param>
    public Task<bool> MayAsync(Caller caller, AccessAction action, string collection, string? key, IReadOnlyList<string> fields,
        CancellationToken cancellation) =>
        attempts.RunAsync(caller, current => MayOnceAsync(current, action, collection, key, fields, cancellation), cancellation);

    /// <summary>Whether the item may be read as a transaction has it.</summary>
    internal async Task<bool> MayReadAsync(Caller caller, DbSession session, Schema.Collection collection, object key, CancellationToken cancellation)
    {
        var source = QueryPlanner.PlanRows(contexts.For(caller), AccessAction.Read, collection, [], ItemQuery.Default, [key]);
        return await RowCount.OfAsync(session, source, cancellation) > 0;
    }

    private async Task<bool> MayOnceAsync(Caller caller, AccessAction action, string collection, string? key, IReadOnlyList<string> fields,
        CancellationToken cancellation)
    {
        if (!caller.Schema.TryGetCollection(collection, out var target) || !caller.Access.Allows(collection, action)) return false;
        if (caller.Access.IsUnrestricted || (key is null && !target.Singleton)) return true;
        ImmutableArray<object?>? keys = null;
        if (key is not null)
        {
            if (!TryKey(target, key, out var typed)) return false;
            keys = [typed];
        }

        return await CountAsync(QueryPlanner.PlanRows(contexts.For(caller), action, target, fields, ItemQuery.Default, keys), cancellation) > 0;
    }

    /// <summary>What writing to a singleton is: an update of its item, or while there is none its creation. Null when the caller may not.</summary>
    public async Task<AccessAction?> SingletonWriteAsync(Caller caller, Schema.Collection singleton, CancellationToken cancellation)
    {
        if (await MayAsync(caller, AccessAction.Update, singleton.Name, null, cancellation)) return AccessAction.Update;
        if (!caller.Access.Allows(singleton.Name, AccessAction.Create)) return null;
        var all = new SourceBuilder(singleton).Build(Predicate.True);
        return await CountAsync(all, cancellation) == 0 ? AccessAction.Create : null;
    }

    private async Task<long> CountAsync(Source source, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await RowCount.OfAsync(session, source, cancellation);
    }

    private static bool TryKey(Schema.Collection target, string key, out object? typed)
    {
        try
        {
            typed = ItemKeys.Parse(target, JsonSerializer.SerializeToElement(key));
            return true;
        }
        catch (DirectusException)
        {
            // What cannot be a key is nobody's: nothing may be done to it.
            typed = null;
            return false;
        }
    }
}
