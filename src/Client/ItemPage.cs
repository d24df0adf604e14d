namespace Directus.Grpc.Client;

/// <summary>Rows with the counts around them.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="TotalCount">Items of the collection that the caller may read.</param>
/// <param name="FilterCount">Items that match the filter and the search, on all pages.</param>
public sealed record ItemPage<T>(IReadOnlyList<T> Items, long TotalCount, long FilterCount);
