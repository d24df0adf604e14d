using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Leaves out what a selection asks behind fields that lead nowhere: behind one that is no relation, that is not there or
/// that the caller may not use, all alike. What is asked of the field itself stays; a relation of which nothing else stays is
/// answered by its keys.</summary>
internal sealed class SelectionPruner(AccessScope scope)
{
    public ImmutableArray<FieldSelection> Prune(ImmutableArray<FieldSelection> selection, Collection collection, ItemQuery query)
    {
        if (!selection.Any(entry => !entry.Children.IsEmpty)) return selection;
        var kept = ImmutableArray.CreateBuilder<FieldSelection>(selection.Length);
        foreach (var entry in selection)
        {
            var (target, always) = entry.Children.IsEmpty || entry.IsWildcard ? (null, true) : Leads(entry, collection, query.Alias);
            if (always) kept.Add(entry);
            else if (target is not null)
                kept.Add(entry with { Children = Prune(entry.Children, target, query.Deep.GetValueOrDefault(entry.Step.Name, ItemQuery.Default)) });
            else if (entry.Itself) kept.Add(entry with { Children = [] });
        }

        return kept.DrainToImmutable();
    }

    // To the items of one collection, to those of any, or nowhere.
    private (Collection? Target, bool Always) Leads(FieldSelection entry, Collection collection, ImmutableDictionary<string, string> alias)
    {
        var name = alias.GetValueOrDefault(entry.Step.Name, entry.Step.Name);
        if (!collection.TryGetField(name, out _) || !scope.Reaches(collection.Name, name)) return (null, false);
        var schema = scope.Context.Schema;
        if (schema.RelationOfMany(collection.Name, name) is { } one) return one.IsAny ? (null, true) : (Reachable(one.OneCollection!), false);
        return (schema.RelationOfOne(collection.Name, name) is { } many ? Reachable(many.ManyCollection) : null, false);
    }

    private Collection? Reachable(string name) =>
        scope.Context.Schema.TryGetCollection(name, out var collection) && scope.Reaches(name) ? collection : null;
}
