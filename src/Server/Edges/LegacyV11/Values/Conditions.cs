using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>Makes conditions of the query model.</summary>
internal static class Conditions
{
    private static readonly JsonElement Yes = JsonElement.Parse("true");

    // The old API knows no types that cannot be put in order.
    private static readonly FieldFamily Ordered = FieldFamily.Text | FieldFamily.Id | FieldFamily.Number | FieldFamily.Time;

    public static FilterOperator Less { get; } = Wide(FilterOperators.Less);
    public static FilterOperator LessOrEqual { get; } = Wide(FilterOperators.LessOrEqual);
    public static FilterOperator Greater { get; } = Wide(FilterOperators.Greater);
    public static FilterOperator GreaterOrEqual { get; } = Wide(FilterOperators.GreaterOrEqual);
    public static FilterOperator Between { get; } = Wide(FilterOperators.Find("_between")!);
    public static FilterOperator NotBetween { get; } = Wide(FilterOperators.Find("_nbetween")!);
    public static FilterOperator Like { get; } = FilterOperators.Find("_icontains")!;
    public static FilterOperator NotLike { get; } = FilterOperators.Find("_nicontains")!;

    private static readonly FilterOperator IsNullTest = FilterOperators.Find("_null")!;
    private static readonly FilterOperator IsNotNull = FilterOperators.Find("_nnull")!;
    private static readonly FilterOperator IsEmptyTest = FilterOperators.Find("_empty")!;
    private static readonly FilterOperator IsNotEmpty = FilterOperators.Find("_nempty")!;

    public static FilterNode Is(string field, FilterOperator test, string value) =>
        Is(new FieldPath(field), test, JsonSerializer.SerializeToElement(value));

    public static FilterNode Is(FieldPath field, FilterOperator test, JsonElement value) =>
        new FilterNode.At(field, new FilterNode.Test(test, value));

    public static FilterNode Null(string field, bool holds = true) => Is(new FieldPath(field), holds ? IsNullTest : IsNotNull, Yes);

    /// <summary>Of a text: whether it is null or has no character.</summary>
    public static FilterNode Empty(string field, bool holds = true) => Is(new FieldPath(field), holds ? IsEmptyTest : IsNotEmpty, Yes);

    public static FilterNode All(IEnumerable<FilterNode> terms) => new FilterNode.And([.. terms]);

    /// <summary>One of these holds; none does when there are none.</summary>
    public static FilterNode Any(IEnumerable<FilterNode> terms, string field)
    {
        var list = terms.ToImmutableArray();
        return list.IsEmpty ? Never(field) : new FilterNode.Or(list);
    }

    /// <summary>What holds for no row.</summary>
    public static FilterNode Never(string field) => All([Null(field), Null(field, holds: false)]);

    private static FilterOperator Wide(FilterOperator known) => known with { Fields = Ordered };
}
