namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>What an operator asks of a value, before it is negated: the planner makes a predicate of it, the rules a test in memory.</summary>
public enum FilterTest
{
    Null,
    Empty,
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Between,
    Contains,
    StartsWith,
    EndsWith,
    Intersects,
    IntersectsBox,

    /// <summary>A pattern, in rules of writes only.</summary>
    Matches,

    /// <summary>Whether a write gives the field, in rules of writes only.</summary>
    Submitted,
}
