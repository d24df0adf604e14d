using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>A tree of the fields that were asked for, in their order. A wildcard is a node named `*`.</summary>
/// <param name="Step">The field, function or wildcard.</param>
/// <param name="Children">What is asked of the relation's items; empty for the value or the keys themselves.</param>
/// <param name="Itself">Whether the field itself is asked for beside what is asked of its items.</param>
public sealed record FieldSelection(FieldPath Step, ImmutableArray<FieldSelection> Children, bool Itself = false)
{
    /// <summary>What both lists ask for, in the order in which it is first asked for.</summary>
    public static ImmutableArray<FieldSelection> Union(ImmutableArray<FieldSelection> some, ImmutableArray<FieldSelection> more)
    {
        if (some.IsEmpty || more.IsEmpty) return some.IsEmpty ? more : some;
        var union = some.ToBuilder();
        foreach (var other in more)
        {
            var at = 0;
            while (at < union.Count && union[at].Step != other.Step) at++;
            if (at == union.Count) union.Add(other);
            else union[at] = union[at] with { Children = Union(union[at].Children, other.Children), Itself = union[at].Itself || other.Itself };
        }

        return union.ToImmutable();
    }

    public bool IsWildcard => Step.Name == "*" && Step.Function is null;

    public override string ToString() => Children.IsEmpty ? Step.ToString() : $"{Step}({string.Join(',', Children)})";
}
