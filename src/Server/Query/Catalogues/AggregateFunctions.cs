using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>The catalogue of aggregate functions.</summary>
internal static class AggregateFunctions
{
    public static AggregateFunction CountAll { get; } = new("countAll", Computation.Count, "count", OfRows: true);
    public static AggregateFunction Count { get; } = new("count", Computation.Count, "count", OfRows: true);
    public static AggregateFunction CountDistinct { get; } = new("countDistinct", Computation.Count, "count", Distinct: true);
    public static AggregateFunction Average { get; } = new("avg", Computation.Average, "avg");
    public static AggregateFunction AverageDistinct { get; } = new("avgDistinct", Computation.Average, "avg", Distinct: true);
    public static AggregateFunction Sum { get; } = new("sum", Computation.Sum, "sum");
    public static AggregateFunction SumDistinct { get; } = new("sumDistinct", Computation.Sum, "sum", Distinct: true);
    public static AggregateFunction Least { get; } = new("min", Computation.Least, "min");
    public static AggregateFunction Greatest { get; } = new("max", Computation.Greatest, "max");

    /// <summary>All of them, in the order in which GraphQL shows them.</summary>
    public static ImmutableArray<AggregateFunction> All { get; } =
        [CountAll, Count, CountDistinct, Average, Sum, AverageDistinct, SumDistinct, Least, Greatest];

    private static readonly FrozenDictionary<string, AggregateFunction> ByName = All.ToFrozenDictionary(function => function.Name);

    public static AggregateFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
