using System.Collections.Immutable;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Plans;

/// <summary>One relation level of a read, one statement: which rows, in which order, and what of them.</summary>
public sealed record PlanNode
{
    public required Source Source { get; init; }

    public required ImmutableArray<PlanOutput> Outputs { get; init; }

    public required ImmutableArray<OrderTerm> Order { get; init; }

    /// <summary>Null for no limit. Below the root it counts per parent.</summary>
    public int? Limit { get; init; }

    public int Offset { get; init; }

    /// <summary>The column that ties rows to their parents: the foreign key of a to-many, the key of a to-one. Null at the root.</summary>
    public Operand? Link { get; init; }

    /// <summary>What is answered of each parent's rows instead of the rows: values computed of their groups.</summary>
    public AggregatePlan? Groups { get; init; }

    /// <summary>Whether there is no level below.</summary>
    public bool IsFlat
    {
        get
        {
            foreach (var output in Outputs)
                if (output is not PlanOutput.Value) return false;
            return true;
        }
    }
}

/// <summary>One term of an order; a value of a joined row may be missing whatever its column says.</summary>
public sealed record OrderTerm(Operand Operand, bool Descending, bool Joined = false)
{
    public bool Nullable => Joined || Operand.Nullable;
}
