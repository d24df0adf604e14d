using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>One term of `sort`: a path, and whether it descends.</summary>
public sealed record SortTerm(ImmutableArray<FieldPath> Path, bool Descending)
{
    public override string ToString() => (Descending ? "-" : "") + string.Join('.', Path);
}
