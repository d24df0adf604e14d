using Directus.Grpc.Bench.Processes;

namespace Directus.Grpc.Bench.Load;

/// <summary>A server to measure.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Url">Address.</param>
/// <param name="Token">Token that the requests carry, if any.</param>
/// <param name="Process">The process, when it is one of ours.</param>
internal sealed record Target(string Name, string Url, string? Token, ServerProcess? Process)
{
    /// <summary>Whether its token is of somebody who may only read.</summary>
    public bool ReadsOnly { get; init; }
}
