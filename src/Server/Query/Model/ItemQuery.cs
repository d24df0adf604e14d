using System.Collections.Immutable;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>What was asked of a collection, whatever the transport, before schema and access have been looked at.</summary>
public sealed record ItemQuery
{
    /// <summary>Empty means `*`.</summary>
    public ImmutableArray<FieldSelection> Fields { get; init; } = [];

    public FilterNode Filter { get; init; } = FilterNode.All;

    public string? Search { get; init; }

    public ImmutableArray<SortTerm> Sort { get; init; } = [];

    /// <summary>Null for the server's default, -1 for no limit.</summary>
    public int? Limit { get; init; }

    public int Offset { get; init; }

    public int? Page { get; init; }

    public bool TotalCount { get; init; }

    public bool FilterCount { get; init; }

    public ImmutableArray<Aggregation> Aggregates { get; init; } = [];

    public ImmutableArray<FieldPath> GroupBy { get; init; } = [];

    /// <summary>Other names of the answer: alias → field.</summary>
    public ImmutableDictionary<string, string> Alias { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Queries of relations by the name they are asked by.</summary>
    public ImmutableDictionary<string, ItemQuery> Deep { get; init; } = ImmutableDictionary<string, ItemQuery>.Empty;

    public bool Backlink { get; init; } = true;

    /// <summary>Output formats other than JSON: `csv`, `json`, `xml`, `yaml`; null for a plain answer.</summary>
    public string? Export { get; init; }

    /// <summary>The content version of a single item; null for its published content, which Directus calls `main`.</summary>
    public string? Version { get; init; }

    /// <summary>Whether a version is answered as what it holds laid over the published content, relations as they were written to it.</summary>
    public bool VersionRaw { get; init; }

    /// <summary>The moment at which a single item is looked at; null for now.</summary>
    public DateTimeOffset? At { get; init; }

    public static ItemQuery Default { get; } = new();
}
