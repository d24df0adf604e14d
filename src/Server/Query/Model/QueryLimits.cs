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

    /// <summary>Rules within rules, `_and` and `_or` included: what SQLite still takes when each of them is long.</summary>
    public int MaxFilterDepth { get; set; } = 128;

    /// <summary>QUERY_MAX_FILTER_RULES: fields, operators and groups of one filter.</summary>
    public int MaxFilterNodes { get; set; } = 5_000;

    /// <summary>QUERY_MAX_VALUES: values of one list in a filter, and keys of a read.</summary>
    public int MaxValues { get; set; } = 50_000;

    /// <summary>QUERY_MAX_FIELDS: entries of `fields`, of `sort`, of `groupBy`, of `alias`, of each aggregate, and computed
    /// values of a group.</summary>
    public int MaxFields { get; set; } = 1_000;

    /// <summary>QUERY_MAX_RELATIONS: relations that an answer reaches into, each at each place where it is met.</summary>
    public int MaxRelations { get; set; } = 5_000;

    /// <summary>Relations that the filters and sorts of one statement lead through. SQLite joins 64 tables.</summary>
    public int MaxJoins { get; set; } = 60;

    /// <summary>Columns of one statement, which `*` may bring together. PostgreSQL answers 1,664.</summary>
    public int MaxColumns { get; set; } = 1_600;

    /// <summary>The limit of a query that gives none.</summary>
    public int EffectiveDefault => Max >= 0 && (Default < 0 || Default > Max) ? Max : Default;

    /// <summary>The limits of a server that has none configured.</summary>
    public static QueryLimits Standard { get; } = new();
}
