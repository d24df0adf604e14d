using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>`aggregate[Function]=Fields`: the function and the fields it is taken of (`*` for the rows).</summary>
public sealed record Aggregation(string Function, ImmutableArray<string> Fields);
