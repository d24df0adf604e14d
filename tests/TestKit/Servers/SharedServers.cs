using System.Collections.Concurrent;

namespace Directus.Grpc.TestKit;

/// <summary>One server per kind of database for a whole test assembly, which names it as its assembly fixture.</summary>
public sealed class SharedServers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestServer>>> servers = new();

    public Task<TestServer> OnAsync(TestDatabase database) =>
        servers.GetOrAdd(database, kind => new(() => TestServer.StartAsync(kind))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers.Values.Where(server => server.Value.IsCompletedSuccessfully))
            await (await server.Value).DisposeAsync();
    }
}
