using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>`aggregate` and `groupBy` → one grouped statement over the rows that the caller may read.</summary>
public sealed class AggregatePlanner(AccessScope scope)
{
    public AggregatePlan Plan(Collection collection, ItemQuery query) => Plan(new SourceBuilder(collection), query);

    /// <summary>The groups of the items that refer to each parent, by the foreign key.</summary>
    public PlanNode PlanBelow(Collection collection, ItemQuery query, Field foreignKey)
    {
        var source = new SourceBuilder(collection);
        var groups = Plan(source, query);
        return new PlanNode { Source = groups.Source, Outputs = [], Order = [], Link = new Operand(source.Alias, foreignKey), Groups = groups };
    }

    private AggregatePlan Plan(SourceBuilder source, ItemQuery query)
    {
        var where = Predicate.All(scope.RowFilterOfAny(source, query.GroupBy.IsEmpty ? null : [.. query.GroupBy.Select(path => path.Name)]),
            new FilterPlanner(scope, source).Plan(query.Filter, source.Alias, source.Collection), SearchPlanner.Plan(query.Search, scope, source));
        // All of them are columns of one statement, and databases have bounds for those.
        var most = scope.Context.Options.MaxFields;
        if (query.GroupBy.Length + query.Aggregates.Sum(aggregation => aggregation.Fields.Length) > most)
            throw DirectusException.InvalidQuery($"\"aggregate\" and \"groupBy\" have more than {most} entries");
        var groups = query.GroupBy.Select(path => Group(path, source)).ToImmutableArray();
        var outputs = query.Aggregates.SelectMany(aggregation => Outputs(aggregation, source)).ToImmutableArray();
        var window = QueryWindow.Of(query, scope.Context.Options);
        return new AggregatePlan
        {
            Source = source.Build(where),
            GroupBy = groups,
            Outputs = outputs,
            Order = Order(query, groups, outputs),
            Limit = window.Limit,
            Offset = window.Offset,
        };
    }

    private AggregateGroup Group(FieldPath path, SourceBuilder source)
    {
        if (path.Function is not null)
            return new AggregateGroup(path, new OperandPlanner(scope, source).Resolve(path, source.Alias, source.Collection, compared: true));
        var field = scope.Field(source.Collection, path.Name);
        if (field.IsAlias || field.Kind == SqlKind.Json || field.Column is { IsArray: true })
            throw DirectusException.InvalidQuery($"Can't group by field \"{field.Name}\"");
        return new AggregateGroup(path, scope.Operand(source, source.Alias, source.Collection, field),
            field.Masked ? new Operand(source.Alias, source.Collection.PrimaryKey) : null);
    }

    private IEnumerable<AggregateOutput> Outputs(Aggregation aggregation, SourceBuilder source)
    {
        var function = aggregation.Function;
        foreach (var name in aggregation.Fields)
        {
            if (name == "*")
            {
                // Beside a named field the number of the rows has no place in the answer.
                if (function.OfRows && aggregation.Fields.Any(other => other != "*")) continue;
                if (!function.OfRows) throw DirectusException.InvalidQuery($"\"{function}\" needs a field");
                yield return new AggregateOutput(function, null);
                continue;
            }

            var field = scope.Field(source.Collection, name);
            if (!function.Fits(field)) throw DirectusException.InvalidQuery($"\"{function}\" doesn't fit field \"{name}\"");
            yield return new AggregateOutput(function, scope.Operand(source, source.Alias, source.Collection, field));
        }
    }

    private static ImmutableArray<(int, bool)> Order(ItemQuery query, ImmutableArray<AggregateGroup> groups, ImmutableArray<AggregateOutput> outputs)
    {
        // One group has no order, whatever a list of items would be sorted by.
        if (groups.IsEmpty) return [];
        var order = ImmutableArray.CreateBuilder<(int, bool)>();
        foreach (var term in query.Sort) order.Add((Column(term, groups, outputs), term.Descending));
        if (order.Count == 0)
            for (var i = 0; i < groups.Length; i++) order.Add((i, false));
        return order.ToImmutable();
    }

    // A group's field, or a computed value as `count.id`.
    private static int Column(SortTerm term, ImmutableArray<AggregateGroup> groups, ImmutableArray<AggregateOutput> outputs)
    {
        var path = term.Path;
        if (path.Length == 1)
        {
            for (var i = 0; i < groups.Length; i++)
                if (groups[i].Path == path[0]) return i;
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            var of = outputs[i].Operand?.Field.Name;
            if (outputs[i].Function.Name == path[0].Name && (path.Length == 1 ? of is null : path.Length == 2 && of == path[1].Name))
                return groups.Length + i;
        }

        throw DirectusException.InvalidQuery($"Can't sort by \"{term}\", which is neither grouped by nor computed");
    }
}
