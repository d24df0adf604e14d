using System.Collections.Immutable;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>FilterNode → Predicate: resolves fields through the scope, walks relations, types the operands.</summary>
public sealed class FilterPlanner(AccessScope scope, SourceBuilder source)
{
    private readonly TestPlanner _tests = new(scope.Context.Variables, scope.OfRules);

    public Predicate Plan(FilterNode node, string alias, Collection collection) => node switch
    {
        FilterNode.And and => Predicate.All([.. and.Terms.Select(term => Plan(term, alias, collection))]),
        FilterNode.Or { Terms.IsEmpty: true } => Predicate.True,
        FilterNode.Or or => Predicate.Any([.. or.Terms.Select(term => Plan(term, alias, collection))]),
        FilterNode.At at => PlanField(at, alias, collection),
        FilterNode.Test test => throw DirectusException.InvalidQuery($"\"{test.Operator}\" needs a field"),
        _ => throw DirectusException.InvalidQuery("\"_some\" and \"_none\" need a relation"),
    };

    private Predicate PlanField(FilterNode.At at, string alias, Collection collection)
    {
        if (at.Field.Function == FieldPath.Follow) return PlanFollow(at, alias, collection);
        if (at.Field.Function is not null)
            return PlanFunction(at.Rule, new OperandPlanner(scope, source).Resolve(at.Field, alias, collection, compared: true));
        var field = scope.Field(collection, at.Field.Name);
        if (at.Field.Scope is { } chosen) return PlanAny(at.Rule, chosen, alias, collection, field);
        if (field.IsAlias) return PlanMany(at.Rule, alias, collection, field);
        return PlanColumn(at.Rule, alias, collection, field);
    }

    private Predicate PlanFunction(FilterNode rule, Operand operand) => rule switch
    {
        FilterNode.Test test => _tests.Plan(test, operand),
        FilterNode.And and => Predicate.All([.. and.Terms.Select(term => PlanFunction(term, operand))]),
        FilterNode.Or { Terms.IsEmpty: true } => Predicate.True,
        FilterNode.Or or => Predicate.Any([.. or.Terms.Select(term => PlanFunction(term, operand))]),
        _ => throw DirectusException.InvalidQuery($"A function of \"{operand.Field.Name}\" is a value, not a relation"),
    };

    private Predicate PlanColumn(FilterNode rule, string alias, Collection collection, Field field) => rule switch
    {
        FilterNode.Test test => _tests.Plan(test, scope.Operand(source, alias, collection, field)),
        FilterNode.And and => Predicate.All([.. and.Terms.Select(term => PlanColumn(term, alias, collection, field))]),
        FilterNode.Or { Terms.IsEmpty: true } => Predicate.True,
        FilterNode.Or or => Predicate.Any([.. or.Terms.Select(term => PlanColumn(term, alias, collection, field))]),
        FilterNode.At inner => PlanOne(inner, alias, collection, field),
        _ => throw DirectusException.InvalidQuery($"\"_some\" and \"_none\" don't fit field \"{field.Name}\""),
    };

    private Predicate PlanOne(FilterNode rule, string alias, Collection collection, Field field)
    {
        if (scope.Context.Schema.RelationOfMany(collection.Name, field.Name) is not { OneCollection: { } one })
            throw DirectusException.InvalidQuery($"Field \"{field.Name}\" is no relation");
        var within = scope.In(field.Name);
        var target = within.Collection(one);
        return new FilterPlanner(within, source).Plan(rule, source.Join(alias, field, target, scope), target);
    }

    // `item:articles`: the item is of that collection, and the rule holds for it.
    private Predicate PlanAny(FilterNode rule, string chosen, string alias, Collection collection, Field field)
    {
        if (scope.Context.Schema.RelationOfMany(collection.Name, field.Name) is not { OneCollectionField: { } by } relation
            || !relation.OneAllowedCollections.Contains(chosen)) throw scope.Refusal(collection.Name, $"{field.Name}:{chosen}");
        var within = scope.In(field.Name);
        var target = within.Collection(chosen);
        var isOfIt = new Predicate.Compare(scope.Operand(source, alias, collection, scope.Field(collection, by)), Comparison.Equal, chosen);
        var key = scope.Operand(source, alias, collection, field);
        return OnOneOf(within, rule, target, (where, inner) => new Predicate.Exists(inner.Build(Predicate.All(isOfIt, where)),
            new Operand(inner.Alias, target.PrimaryKey), key, AsText: true));
    }

    // The rule holds for one of the items that are reached; where there is none, for one of which everything is null.
    private Predicate OnOneOf(AccessScope within, FilterNode rule, Collection target, Func<Predicate, SourceBuilder, Predicate.Exists> exists)
    {
        var inner = source.Inner(target);
        var holds = new FilterPlanner(within, inner).Plan(rule, inner.Alias, target);
        var some = exists(Predicate.All(scope.RowFilter(inner), holds), inner);
        if (AbsentRow.Holds(holds) is not true) return some;
        var any = source.Inner(target);
        return Predicate.Any(some, new Predicate.Not(exists(scope.RowFilter(any), any)));
    }

    // `$FOLLOW(articles,author)`: back along a relation that has no field on this side.
    private Predicate PlanFollow(FilterNode.At at, string alias, Collection collection)
    {
        var parts = at.Field.Name.Split(',', StringSplitOptions.TrimEntries);
        var relation = parts.Length < 2 ? null : scope.Context.Schema.RelationOfMany(parts[0], parts[1]);
        if (scope.OfRules && relation is { OneCollectionField: { } by } && relation.OneAllowedCollections.Contains(collection.Name))
            return ExistsOfAny(relation, by, at.Rule is FilterNode.Quantified { None: false } some ? some.Rule : at.Rule, alias, collection);
        if (relation?.OneCollection != collection.Name)
            throw scope.Refusal(collection.Name, at.Field.ToString());
        // There is no field of a list that would grant it.
        var within = scope.In(at.Field.ToString());
        var target = within.Collection(relation.ManyCollection);
        within.Field(target, relation.ManyField);
        return PlanMany(within, at.Rule, target, relation, new Operand(alias, collection.PrimaryKey), granted: false);
    }

    private Predicate PlanMany(FilterNode rule, string alias, Collection collection, Field field)
    {
        if (scope.Context.Schema.RelationOfOne(collection.Name, field.Name) is not { } relation)
            throw DirectusException.InvalidQuery($"Field \"{field.Name}\" has no values");
        var within = scope.In(field.Name);
        return PlanMany(within, rule, within.Collection(relation.ManyCollection), relation, scope.ListKey(source, alias, collection, field),
            granted: true);
    }

    private Predicate PlanMany(AccessScope within, FilterNode rule, Collection target, Relation relation, Operand outer, bool granted)
    {
        return rule switch
        {
            FilterNode.Quantified { None: true } none => new Predicate.Not(Exists(none.Rule)),
            FilterNode.Quantified some => Exists(some.Rule),
            FilterNode.Test { Operator.Test: FilterTest.Null } test =>
                test.Affirms ? new Predicate.Not(Exists(FilterNode.All)) : Exists(FilterNode.All),
            // What is compared with a list is compared with the keys of its items.
            FilterNode.Test test => Exists(new FilterNode.At(new FieldPath(target.PrimaryKey.Name), test)),
            FilterNode.And both when SpeaksOfTheList(both.Terms) =>
                Predicate.All([.. both.Terms.Select(term => PlanMany(within, term, target, relation, outer, granted))]),
            FilterNode.Or either when SpeaksOfTheList(either.Terms) =>
                Predicate.Any([.. either.Terms.Select(term => PlanMany(within, term, target, relation, outer, granted))]),
            _ => OnOneOf(within, rule, target, Linked),
        };

        Predicate.Exists Exists(FilterNode inside)
        {
            var inner = source.Inner(target);
            return Linked(Predicate.All(scope.RowFilter(inner), new FilterPlanner(within, inner).Plan(inside, inner.Alias, target)), inner);
        }

        Predicate.Exists Linked(Predicate where, SourceBuilder inner)
        {
            var key = OperandPlanner.ForeignKey(target, relation);
            var link = granted ? new Operand(inner.Alias, key) : scope.Operand(inner, inner.Alias, target, key);
            return new Predicate.Exists(inner.Build(where), link, outer);
        }
    }

    // {"tags": {"_some": …, "_none": …}} is two statements on the list; {"tags": {"a": …, "b": …}} is one on an item of it.
    private static bool SpeaksOfTheList(ImmutableArray<FilterNode> terms) =>
        terms.Any(term => term is FilterNode.Quantified or FilterNode.Test);

    // Back along a many-to-any relation: rows that name this collection and hold the key as text.
    private Predicate.Exists ExistsOfAny(Relation relation, string by, FilterNode rule, string alias, Collection collection)
    {
        var target = scope.Collection(relation.ManyCollection);
        var inner = source.Inner(target);
        var named = scope.Operand(inner, inner.Alias, target, scope.Field(target, by));
        var where = Predicate.All(new Predicate.Compare(named, Comparison.Equal, collection.Name), new FilterPlanner(scope, inner)
            .Plan(rule, inner.Alias, target));
        var link = scope.Operand(inner, inner.Alias, target, scope.Field(target, relation.ManyField));
        return new Predicate.Exists(inner.Build(where), new Operand(alias, collection.PrimaryKey), link, AsText: true);
    }
}
