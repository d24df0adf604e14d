using System.Collections.Immutable;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Query.Plans;

/// <summary>How a query is answered: either the tree of rows or the groups, and the counts that `meta` asked for.</summary>
public sealed record QueryPlan
{
    public PlanNode? Root { get; init; }

    public AggregatePlan? Aggregate { get; init; }

    public Source? TotalCount { get; init; }

    public Source? FilterCount { get; init; }
}

/// <summary>Groups of rows and what is computed of each.</summary>
public sealed record AggregatePlan
{
    public required Source Source { get; init; }

    public required ImmutableArray<AggregateGroup> GroupBy { get; init; }

    public required ImmutableArray<AggregateOutput> Outputs { get; init; }

    /// <summary>Positions in the select list (groups first, then outputs), counted from 0.</summary>
    public required ImmutableArray<(int Column, bool Descending)> Order { get; init; }

    public int? Limit { get; init; }

    public int Offset { get; init; }
}

/// <summary>A value that rows are grouped by.</summary>
/// <param name="Apart">Of a masked value, what tells its rows apart: groups must not tell which rows share a secret.</param>
public sealed record AggregateGroup(FieldPath Path, Operand Operand, Operand? Apart = null);

/// <summary>One computed value; of the rows themselves when there is no operand.</summary>
public sealed record AggregateOutput(AggregateFunction Function, Operand? Operand);
