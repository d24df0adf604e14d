namespace Directus.Grpc.Server.Query.Model;

/// <summary>What a query may ask for, so that no query costs more than the server can bear.</summary>
public sealed class QueryLimits
{
    public const string Section = "Query";

    /// <summary>QUERY_LIMIT_DEFAULT: items of a query without `limit`; -1 for all.</summary>
    public int Default { get; set; } = 100;

    /// <summary>QUERY_LIMIT_MAX: the largest `limit`; -1 for none.</summary>
    public int Max { get; set; } = -1;

    /// <summary>MAX_RELATIONAL_DEPTH: steps of a path in fields, filters, sorts and deep.</summary>
    public int MaxRelationalDepth { get; set; } = 10;

    /// <summary>Rules within rules, `_and` and `_or` included.</summary>
    public int MaxFilterDepth { get; set; } = 128;

    /// <summary>Fields, operators and groups of one filter.</summary>
    public int MaxFilterNodes { get; set; } = 5_000;

    /// <summary>Entries of `fields`, of `sort`, of `groupBy`, of `alias` and of each aggregate.</summary>
    public int MaxFields { get; set; } = 1_000;

    /// <summary>The limit of a query that gives none.</summary>
    public int EffectiveDefault => Max >= 0 && (Default < 0 || Default > Max) ? Max : Default;

    /// <summary>The limits of a server that has none configured.</summary>
    public static QueryLimits Standard { get; } = new();
}
