namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>A read as it is asked again.</summary>
/// <param name="Method">GET, SEARCH, or POST of GraphQL.</param>
/// <param name="Target">Path and query as they were sent.</param>
/// <param name="Headers">What tells who asks, and in which words.</param>
/// <param name="Body">What was sent; empty for most.</param>
internal sealed record ReadCall(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    public string Path => Target.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? Target[..end] : Target;
}
