using System.Collections.Concurrent;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Queries;

/// <summary>Clients ask the same queries over and over: what a query string means is remembered. Holds no string that
/// carries a token, and starts anew when it is full.</summary>
internal sealed class QueryCache(QueryLimits limits)
{
    private const int Entries = 1024;
    private const int LongestKey = 512;

    private readonly ConcurrentDictionary<string, ItemQuery> _known = new(StringComparer.Ordinal);

    public QueryLimits Limits { get; } = limits;

    public ItemQuery Parse(string? raw)
    {
        if (string.IsNullOrEmpty(raw)) return ItemQuery.Default;
        if (_known.TryGetValue(raw, out var known)) return known;
        var query = ItemQueryParser.Parse(DirectusQueryString.Parse(raw), Limits);
        if (raw.Length > LongestKey || raw.Contains("access_token", StringComparison.OrdinalIgnoreCase)) return query;
        if (_known.Count >= Entries) _known.Clear();
        _known[raw] = query;
        return query;
    }
}
