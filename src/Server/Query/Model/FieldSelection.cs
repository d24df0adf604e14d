using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>A tree of the fields that were asked for, in their order. A wildcard is a node named `*`.</summary>
/// <param name="Step">The field, function or wildcard.</param>
/// <param name="Children">What is asked of the relation's items; empty for the value or the keys themselves.</param>
public sealed record FieldSelection(FieldPath Step, ImmutableArray<FieldSelection> Children)
{
    public bool IsWildcard => Step.Name == "*" && Step.Function is null;

    public override string ToString() => Children.IsEmpty ? Step.ToString() : $"{Step}({string.Join(',', Children)})";
}
