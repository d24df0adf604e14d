using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>`aggregate[Function]=Fields`: the function and the fields it is taken of (`*` for the rows).</summary>
public sealed record Aggregation(AggregateFunction Function, ImmutableArray<string> Fields);
