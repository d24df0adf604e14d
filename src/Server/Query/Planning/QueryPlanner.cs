using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>What was asked + schema + access → how to answer it. Pure: opens no connection.</summary>
public static class QueryPlanner
{
    /// <param name="context">Schema, access, variables and bounds.</param>
    /// <param name="collection">A collection that the caller may read.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="keys">Typed primary keys to limit the answer to; null for no such limit.</param>
    /// <param name="named">Whether the caller names the keys, which takes the right to read them.</param>
    public static QueryPlan Plan(PlanContext context, Collection collection, ItemQuery query, ImmutableArray<object?>? keys, bool named = true)
    {
        var scope = AccessScope.Of(context, AccessAction.Read);
        var counts = new QueryPlan
        {
            TotalCount = query.TotalCount ? PlanRows(context, AccessAction.Read, collection, [], ItemQuery.Default, null) : null,
            FilterCount = query.FilterCount ? PlanRows(context, AccessAction.Read, collection, [], query, null) : null,
        };
        if (query.Aggregates.Length > 0 || query.GroupBy.Length > 0)
            return counts with { Aggregate = new AggregatePlanner(scope).Plan(collection, query) };
        return counts with { Root = new NodePlanner(scope).PlanRoot(collection, query, keys, named) };
    }

    /// <summary>The keys of the rows that a query means which writes them: those that it would read.</summary>
    public static PlanNode PlanKeys(PlanContext context, Collection collection, ItemQuery query)
    {
        var scope = AccessScope.Of(context, AccessAction.Read);
        var source = new SourceBuilder(collection);
        var where = Predicate.All(scope.RowFilter(source), new FilterPlanner(scope, source).Plan(query.Filter, source.Alias, collection),
            SearchPlanner.Plan(query.Search, scope, source));
        var order = new SortPlanner(scope, source).Plan(query.Sort);
        var window = QueryWindow.Of(query, context.Options);
        return new PlanNode
        {
            Source = source.Build(where),
            Outputs = [new PlanOutput.Value(collection.PrimaryKey.Name, new Operand(source.Alias, collection.PrimaryKey))],
            Order = order,
            Limit = window.Limit,
            Offset = window.Offset,
        };
    }

    /// <summary>The rows of a collection on which the caller may do this with these fields, and that the query matches.</summary>
    public static Source PlanRows(PlanContext context, AccessAction action, Collection collection, IEnumerable<string> fields,
        ItemQuery query, ImmutableArray<object?>? keys)
    {
        var scope = AccessScope.Of(context, action);
        var source = new SourceBuilder(collection);
        var where = Predicate.All(scope.RowFilter(source, fields),
            keys is { } wanted ? new Predicate.In(new Operand(source.Alias, collection.PrimaryKey), wanted) : Predicate.True,
            new FilterPlanner(scope, source).Plan(query.Filter, source.Alias, collection), SearchPlanner.Plan(query.Search, scope, source));
        return source.Build(where);
    }
}
