using System.Collections.Frozen;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>What the operators of API v1.1 ask of a column.</summary>
internal enum LegacyOperator
{
    Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, In, NotIn, Null, NotNull, Like, NotLike, Between, NotBetween, Empty, NotEmpty,

    /// <summary>A list has at least so many rows.</summary>
    Has,

    /// <summary>A list has fewer rows.</summary>
    HasNot,

    /// <summary>A list has each of these rows.</summary>
    All,
}

internal static class LegacyOperators
{
    private static readonly FrozenDictionary<string, LegacyOperator> ByName = new Dictionary<string, LegacyOperator>
    {
        ["="] = LegacyOperator.Equal, ["eq"] = LegacyOperator.Equal,
        ["<>"] = LegacyOperator.NotEqual, ["!="] = LegacyOperator.NotEqual, ["neq"] = LegacyOperator.NotEqual,
        ["<"] = LegacyOperator.Less, ["lt"] = LegacyOperator.Less, ["<="] = LegacyOperator.LessOrEqual, ["lte"] = LegacyOperator.LessOrEqual,
        [">"] = LegacyOperator.Greater, ["gt"] = LegacyOperator.Greater, [">="] = LegacyOperator.GreaterOrEqual,
        ["gte"] = LegacyOperator.GreaterOrEqual,
        ["in"] = LegacyOperator.In, ["nin"] = LegacyOperator.NotIn, ["null"] = LegacyOperator.Null, ["nnull"] = LegacyOperator.NotNull,
        ["like"] = LegacyOperator.Like, ["contains"] = LegacyOperator.Like, ["nlike"] = LegacyOperator.NotLike,
        ["ncontains"] = LegacyOperator.NotLike,
        ["between"] = LegacyOperator.Between, ["nbetween"] = LegacyOperator.NotBetween,
        ["empty"] = LegacyOperator.Empty, ["nempty"] = LegacyOperator.NotEmpty,
        ["has"] = LegacyOperator.Has, ["nhas"] = LegacyOperator.HasNot, ["all"] = LegacyOperator.All,
    }.ToFrozenDictionary();

    public static LegacyOperator Find(string name) =>
        ByName.TryGetValue(name, out var known) ? known : throw LegacyErrors.Refused($"The operator [{name}] is unknown");

    /// <summary>Whether it takes several values.</summary>
    public static bool TakesList(this LegacyOperator known) =>
        known is LegacyOperator.In or LegacyOperator.NotIn or LegacyOperator.Between or LegacyOperator.NotBetween or LegacyOperator.All;

    /// <summary>Whether it asks about a list of related rows, and about nothing else.</summary>
    public static bool IsOfLists(this LegacyOperator known) => known is LegacyOperator.Has or LegacyOperator.HasNot or LegacyOperator.All;

    /// <summary>Whether it holds where its twin does not.</summary>
    public static bool IsNegated(this LegacyOperator known) =>
        known is LegacyOperator.NotEqual or LegacyOperator.NotIn or LegacyOperator.NotNull or LegacyOperator.NotLike or LegacyOperator.NotBetween
            or LegacyOperator.NotEmpty or LegacyOperator.HasNot;
}
