using System.Collections.Immutable;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Plans;

/// <summary>What a statement or sub-query reads: a table, the to-one relations joined to it, and which rows.</summary>
public sealed record Source(string Alias, Collection Collection, ImmutableArray<Join> Joins, Predicate Where);

/// <summary>A to-one relation joined to a source: foreign key = alias.key, as far as the foreign key may be seen, and only rows that
/// may be.</summary>
public sealed record Join(string Alias, Collection Collection, Operand ForeignKey, Predicate On);
