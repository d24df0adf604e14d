using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>All that a selection asks of one field: `author.name,*.*` asks for the author's name and for all the rest of the
/// author.</summary>
/// <param name="Name">The field, as the answer names it.</param>
/// <param name="Selection">The selection of its level.</param>
/// <param name="Wildcards">Whether the wildcards of the selection mean it too.</param>
internal readonly record struct AskedField(string Name, ImmutableArray<FieldSelection> Selection, bool Wildcards)
{
    /// <summary>Whether only its value is asked for, or the keys of its items.</summary>
    public bool IsPlain
    {
        get
        {
            foreach (var entry in Selection)
                if (!entry.Children.IsEmpty && Means(entry)) return false;
            return true;
        }
    }

    /// <summary>The collections of a many-to-any that are asked by name, as in `item:articles.title`.</summary>
    public IEnumerable<string> NamedCollections
    {
        get
        {
            foreach (var entry in Selection)
                if (!entry.Children.IsEmpty && entry.Step.Scope is { } collection && Means(entry)) yield return collection;
        }
    }

    /// <summary>Whether something is asked of items of every collection of a many-to-any.</summary>
    public bool MeansAllCollections
    {
        get
        {
            foreach (var entry in Selection)
                if (!entry.Children.IsEmpty && entry.Step.Scope is null && Means(entry)) return true;
            return false;
        }
    }

    /// <summary>What is asked of the items of a relation; of a many-to-any: of those of one collection.</summary>
    public ImmutableArray<FieldSelection> Below(string? collection)
    {
        ImmutableArray<FieldSelection> below = [];
        foreach (var entry in Selection)
            if (Means(entry) && (entry.Step.Scope is null || entry.Step.Scope == collection)) below = FieldSelection.Union(below, entry.Children);
        return below;
    }

    private bool Means(FieldSelection entry) => entry.IsWildcard ? Wildcards : entry.Step.Name == Name && entry.Step.Function is null;
}
