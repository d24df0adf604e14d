using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>What an aggregate computes of the values of a group.</summary>
public enum Computation
{
    Count,
    Sum,
    Average,
    Least,
    Greatest,
}

/// <summary>An aggregate function.</summary>
/// <param name="Name">As it is spelled.</param>
/// <param name="Computes">What of the values.</param>
/// <param name="SqlName">How SQL calls that.</param>
/// <param name="OfRows">Whether it may be taken of the rows themselves, `*`.</param>
/// <param name="Distinct">Whether equal values count once.</param>
public sealed record AggregateFunction(string Name, Computation Computes, string SqlName, bool OfRows = false, bool Distinct = false)
{
    public bool IsExtreme => Computes is Computation.Least or Computation.Greatest;

    public bool Fits(Field field) => !field.IsAlias && Computes switch
    {
        // JSON is equal to nothing; of a masked field only whether there is a value counts.
        Computation.Count => !Distinct || field is not { Kind: SqlKind.Json, Masked: false },
        Computation.Sum or Computation.Average => field.Kind.IsNumber(),
        _ => field.Kind is not (SqlKind.Json or SqlKind.Boolean or SqlKind.Binary or SqlKind.Geometry or SqlKind.Other),
    };

    public override string ToString() => Name;
}
