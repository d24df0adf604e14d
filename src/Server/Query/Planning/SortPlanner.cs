using System.Collections.Immutable;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Sort terms → operands. Without terms items come in the order that their collection keeps by hand, for those who may read
/// it. The primary key ends every order, so that pages never overlap.</summary>
public sealed class SortPlanner(AccessScope scope, SourceBuilder source)
{
    private readonly string _alias = source.Alias;
    private int _lists;

    public ImmutableArray<OrderTerm> Plan(ImmutableArray<SortTerm> terms)
    {
        var order = ImmutableArray.CreateBuilder<OrderTerm>(terms.Length + 1);
        foreach (var term in terms.IsEmpty ? OfCollection() : terms)
        {
            var operand = Resolve(term.Path, term.Descending, _alias, source.Collection);
            order.Add(new OrderTerm(operand, term.Descending, operand.Alias != _alias));
        }

        var key = source.Collection.PrimaryKey;
        if (!order.Any(term => term.Operand.Alias == _alias && term.Operand.Field == key && term.Operand.Function is null))
            order.Add(new OrderTerm(new Operand(_alias, key), false));
        return order.DrainToImmutable();
    }

    private ImmutableArray<SortTerm> OfCollection() => source.Collection.SortField is { } name && source.Collection.TryGetField(name, out var field)
        && field is { IsAlias: false, Masked: false } && field.Kind != SqlKind.Json && scope.Reaches(source.Collection.Name, name)
        ? [new SortTerm([new FieldPath(name)], false)]
        : [];

    private Operand Resolve(ImmutableArray<FieldPath> path, bool descending, string alias, Collection collection) =>
        Resolve(path, descending, alias, collection, scope);

    // `within` tells the way through joined relations.
    private Operand Resolve(ImmutableArray<FieldPath> path, bool descending, string alias, Collection collection, AccessScope within)
    {
        var (step, rest) = (path[0], path[1..]);
        if (step.Function is not null)
        {
            if (!rest.IsEmpty) throw DirectusException.InvalidQuery($"Can't sort through a function of \"{step.Name}\"");
            return new OperandPlanner(within, source).Resolve(step, alias, collection, compared: true);
        }

        var field = within.Field(collection, step.Name);
        var schema = scope.Context.Schema;
        if (field.IsAlias && schema.RelationOfOne(collection.Name, field.Name) is { } list)
            return FirstOf(list, rest, descending, alias, collection, field, within.In(field.Name));
        if (rest.IsEmpty) return Value(field, alias, collection);
        if (schema.RelationOfMany(collection.Name, field.Name) is not { } relation)
            throw DirectusException.InvalidQuery($"Can't sort through field \"{field.Name}\"");
        if (relation.IsAny) return FirstOfAny(relation, step, rest, descending, alias, collection, field, within.In(field.Name));
        var behind = within.In(field.Name);
        var target = behind.Collection(relation.OneCollection!);
        return Resolve(rest, descending, source.Join(alias, field, target, scope), target, behind);
    }

    // JSON has no order; not every database would refuse.
    private Operand Value(Field field, string alias, Collection collection) => field.IsAlias || field.Masked || field.Kind == SqlKind.Json
        ? throw DirectusException.InvalidQuery($"Can't sort by field \"{field.Name}\"")
        : scope.Operand(source, alias, collection, field);

    // Going up a list counts by its lowest value, coming down by its highest; a list alone by the keys of its items.
    private Operand FirstOf(Relation relation, ImmutableArray<FieldPath> rest, bool descending, string alias, Collection collection, Field list,
        AccessScope behind)
    {
        var target = behind.Collection(relation.ManyCollection);
        var inner = Inner(target, behind);
        var link = new Operand(inner._alias, OperandPlanner.ForeignKey(target, relation));
        var value = inner.Resolve(rest.IsEmpty ? [new FieldPath(target.PrimaryKey.Name)] : rest, descending, inner._alias, target);
        return new OperandPlanner(scope, source)
            .OfList(list, alias, collection, new OperandFunction.First(inner.Build(), link, value, descending, AsText: false));
    }

    // `item:articles.title`: items of other collections have none.
    private Operand FirstOfAny(Relation relation, FieldPath step, ImmutableArray<FieldPath> rest, bool descending, string alias,
        Collection collection, Field field,
        AccessScope behind)
    {
        if (step.Scope is not { } chosen || relation.OneCollectionField is not { } by)
            throw DirectusException.InvalidQuery($"To sort through field \"{field.Name}\", one of its collections has to be chosen");
        if (!relation.OneAllowedCollections.Contains(chosen)) throw DirectusException.Forbidden(chosen);
        var target = behind.Collection(chosen);
        var inner = Inner(target, behind);
        var link = new Operand(inner._alias, target.PrimaryKey);
        var value = inner.Resolve(rest, descending, inner._alias, target);
        var named = scope.Operand(source, alias, collection, scope.Field(collection, by));
        var item = scope.Operand(source, alias, collection, field);
        var isOfIt = new Predicate.Compare(named, Comparison.Equal, chosen);
        return item with
        {
            VisibleWhen = item.VisibleWhen is { } visible ? Predicate.All(visible, isOfIt) : isOfIt,
            Function = new OperandFunction.First(inner.Build(), link, value, descending, AsText: true),
        };
    }

    private SortPlanner Inner(Collection target, AccessScope behind)
    {
        // Each is a sub-query for every row.
        var most = scope.Context.Options.MaxJoins;
        if (_lists++ == most) throw DirectusException.InvalidQuery($"Filter and sort lead through more than {most} relations");
        return new SortPlanner(behind, source.Inner(target)) { _lists = _lists };
    }

    private Source Build() => source.Build(scope.RowFilter(source));
}
