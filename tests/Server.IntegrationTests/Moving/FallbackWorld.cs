using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Moving;

/// <summary>A server that asks another one for what it has no route for.</summary>
public sealed class FallbackWorld : IAsyncLifetime
{
    public const string MetricsToken = "the-token-of-metrics";

    internal OldServer Old { get; private set; } = null!;

    internal TestServer Server { get; private set; } = null!;

    internal TestApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Old = await OldServer.StartAsync();
        Server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>
        {
            ["FALLBACK_URL"] = Old.Url.ToString(), ["METRICS_ENABLED"] = "true", ["METRICS_TOKENS"] = MetricsToken,
            ["SESSION_COOKIE_SECURE"] = "true",
            ["SESSION_COOKIE_SAME_SITE"] = "strict", ["IP_TRUST_PROXY"] = "127.0.0.1",
        });
        App = await TestApp.OnAsync(Server);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
        await Old.DisposeAsync();
    }
}
