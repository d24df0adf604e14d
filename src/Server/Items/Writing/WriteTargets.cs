using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The keys of the items that a write speaks of, where it does not name them by key.</summary>
public sealed class WriteTargets(Database database, PlanContexts contexts)
{
    /// <summary>The items that match. What a query that writes may match has to be readable as well as writable: otherwise its filter
    /// would be an oracle.</summary>
    internal async Task<object[]> MatchingAsync(Caller caller, Collection collection, AccessAction action, ItemQuery query,
        CancellationToken cancellation)
    {
        var reads = caller.Access.Allows(collection.Name, AccessAction.Read);
        if (!reads) NamingQuery.Require(collection, query);
        // Groups have no keys.
        if (query.Aggregates.Length + query.GroupBy.Length > 0) return [];
        var context = await contexts.ForAsync(reads ? caller : NamingWhatIsWritten(caller, collection, action), query, cancellation);
        return await KeysAsync(collection, SelectCompiler.Root(database.Dialect, QueryPlanner.PlanKeys(context, collection, query)), cancellation);
    }

    /// <summary>The item of a singleton; null while there is none.</summary>
    internal async Task<object?> OfSingletonAsync(Collection singleton, CancellationToken cancellation)
    {
        var first = ColumnCompiler.Append(new SqlBuilder(database.Dialect).Append("select "), null, singleton.PrimaryKey)
            .Append(" from ").Name(singleton.Name).Append(" order by ").Name(singleton.PrimaryKey.Name);
        database.Dialect.AppendLimit(first, 1, 0);
        return (await KeysAsync(singleton, first.Build(), cancellation)).FirstOrDefault();
    }

    private async Task<object[]> KeysAsync(Collection collection, SqlStatement statement, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        var keys = await session.QueryAsync(statement, reader => KeyReader.Read(session.Dialect, reader, 0, collection.PrimaryKey), cancellation);
        return [.. keys.OfType<object>()];
    }

    // Who may write but not read names items by what they may write of them; rows out of reach are refused then as by key.
    private static Caller NamingWhatIsWritten(Caller caller, Collection collection, AccessAction action)
    {
        var rules = caller.Access.For(collection.Name, action).Select(rule => rule with { Filter = FilterNode.All });
        return caller with { Access = AccessRules.Only(collection.Name, AccessAction.Read, rules) };
    }
}
