using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>The catalogue of operators. What is in it can be parsed, planned, judged in memory and asked on every face.</summary>
internal static class FilterOperators
{
    private const FieldFamily Ordered = FieldFamily.Number | FieldFamily.Time;
    private const FieldFamily Words = FieldFamily.Text | FieldFamily.Id;
    private const FieldFamily Listed = Words | Ordered;
    private const FieldFamily Comparable = Listed | FieldFamily.Flag;
    private const FieldFamily Anything = Comparable | FieldFamily.Shape | FieldFamily.Masked | FieldFamily.Other;
    private const FieldFamily Emptied = FieldFamily.Text | FieldFamily.Masked;

    public static FilterOperator Equal { get; } = new("_eq", FilterTest.Equal, OperandForm.Value, Comparable, Comparable | FieldFamily.Shape);
    public static FilterOperator NotEqual { get; } = Not("_neq", Equal);
    public static FilterOperator Contains { get; } = new("_contains", FilterTest.Contains, OperandForm.Value, FieldFamily.Text, Words);
    public static FilterOperator NotContains { get; } = Not("_ncontains", Contains);
    public static FilterOperator Greater { get; } = new("_gt", FilterTest.Greater, OperandForm.Value, Ordered);
    public static FilterOperator GreaterOrEqual { get; } = new("_gte", FilterTest.GreaterOrEqual, OperandForm.Value, Ordered);
    public static FilterOperator Less { get; } = new("_lt", FilterTest.Less, OperandForm.Value, Ordered);
    public static FilterOperator LessOrEqual { get; } = new("_lte", FilterTest.LessOrEqual, OperandForm.Value, Ordered);
    public static FilterOperator In { get; } = new("_in", FilterTest.In, OperandForm.List, Listed);
    public static FilterOperator NotIn { get; } = Not("_nin", In);

    private static readonly FilterOperator StartsWith = Contains with { Name = "_starts_with", Test = FilterTest.StartsWith };
    private static readonly FilterOperator EndsWith = Contains with { Name = "_ends_with", Test = FilterTest.EndsWith };
    private static readonly FilterOperator Intersects = new("_intersects", FilterTest.Intersects, OperandForm.Shape, FieldFamily.Shape);
    private static readonly FilterOperator IntersectsBox = Intersects with { Name = "_intersects_bbox", Test = FilterTest.IntersectsBox };
    private static readonly FilterOperator Between = new("_between", FilterTest.Between, OperandForm.Range, Ordered);
    private static readonly FilterOperator Null = new("_null", FilterTest.Null, OperandForm.Flag, Anything);
    private static readonly FilterOperator Empty = new("_empty", FilterTest.Empty, OperandForm.Flag, Emptied, Emptied | FieldFamily.Id);

    // These judge only what is written.
    private static readonly FilterOperator EqualInAnyCase = new("_ieq", FilterTest.Equal, OperandForm.Value, IgnoresCase: true);
    private static readonly FilterOperator Matches = new("_regex", FilterTest.Matches, OperandForm.Value);
    private static readonly FilterOperator Submitted = new("_submitted", FilterTest.Submitted, OperandForm.Flag);

    /// <summary>All of them, in the order in which GraphQL shows them.</summary>
    public static ImmutableArray<FilterOperator> All { get; } =
    [
        Equal, NotEqual,
        Contains, InAnyCase("_icontains", Contains), NotContains,
        // Directus' own schema lacks it.
        InAnyCase("_nicontains", NotContains) with { Shown = FieldFamily.None },
        StartsWith, Not("_nstarts_with", StartsWith), InAnyCase("_istarts_with", StartsWith),
            Not("_nistarts_with", InAnyCase("_istarts_with", StartsWith)),
        EndsWith, Not("_nends_with", EndsWith), InAnyCase("_iends_with", EndsWith), Not("_niends_with", InAnyCase("_iends_with", EndsWith)),
        Greater, GreaterOrEqual, Less, LessOrEqual,
        Intersects, Not("_nintersects", Intersects), IntersectsBox, Not("_nintersects_bbox", IntersectsBox),
        In, NotIn, Between, Not("_nbetween", Between),
        Null, Not("_nnull", Null), Empty, Not("_nempty", Empty),
        EqualInAnyCase, Not("_nieq", EqualInAnyCase), Matches, Submitted,
    ];

    private static readonly FrozenDictionary<string, FilterOperator> ByName = All.ToFrozenDictionary(known => known.Name);

    public static FilterOperator? Find(string name) => ByName.GetValueOrDefault(name);

    private static FilterOperator Not(string name, FilterOperator other) => other with { Name = name, Negated = true };

    private static FilterOperator InAnyCase(string name, FilterOperator other) => other with { Name = name, IgnoresCase = true };
}
