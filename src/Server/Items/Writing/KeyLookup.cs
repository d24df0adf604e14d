using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Decides whether nested items that name a key are updated or created, by one statement per collection, within a transaction
/// or beside all.</summary>
internal sealed class KeyLookup(Database database, DbSession? within, CancellationToken cancellation)
{
    /// <param name="keyed">The items that name their key, in the order of the request.</param>
    /// <returns>Whether an item is created at one place of the request and updated at another.</returns>
    public async Task<bool> DecideAsync(IReadOnlyList<WriteNode> keyed)
    {
        if (keyed.All(node => node.Action is not null)) return false;
        var known = await ExistingAsync(keyed.Where(node => node.Action is null));
        var created = new HashSet<(Collection, object?)>();
        var refersToItself = false;
        foreach (var node in keyed)
        {
            var place = (node.Collection, node.Keys[0]);
            if (node.Action is null)
            {
                var exists = known.Contains(place) || created.Contains(place);
                refersToItself |= created.Contains(place);
                // Of an item that another one refers to, in no list, the key is enough.
                node.Action = !exists ? AccessAction.Create : node is { ListKey: null, HoldsMoreThanKey: false } ? null : AccessAction.Update;
            }

            if (node.Action == AccessAction.Create) created.Add(place);
        }

        return refersToItself;
    }

    private async Task<HashSet<(Collection, object?)>> ExistingAsync(IEnumerable<WriteNode> nodes)
    {
        if (within is not null) return await ExistingAsync(within, nodes);
        await using var session = await database.OpenAsync(cancellation);
        return await ExistingAsync(session, nodes);
    }

    private async Task<HashSet<(Collection, object?)>> ExistingAsync(DbSession session, IEnumerable<WriteNode> nodes)
    {
        var known = new HashSet<(Collection, object?)>();
        foreach (var group in nodes.GroupBy(node => node.Collection))
        {
            var collection = group.Key;
            var statement = WriteCompiler.Links(session.Dialect, collection, collection.PrimaryKey, collection.PrimaryKey,
                [.. group.Select(node => node.Keys[0]).Distinct()]);
            known.UnionWith(await session.QueryAsync(statement,
                reader => (collection, KeyReader.Read(session.Dialect, reader, 0, collection.PrimaryKey)), cancellation));
        }

        return known;
    }
}
