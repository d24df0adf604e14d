using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>A server on which each address has a few calls and no hope of more while the tests run. Each story calls from an address of
/// its own.</summary>
public sealed class LimitedServer : IAsyncLifetime
{
    public const int Points = 10;
    public const int Registrations = 2;

    private static int addresses;

    public TestServer Server { get; private set; } = null!;

    public static Dictionary<string, string> Settings => new()
    {
        ["RATE_LIMITER_ENABLED"] = "true",
        ["RATE_LIMITER_POINTS"] = $"{Points}",
        ["RATE_LIMITER_DURATION"] = "86400",
        ["RATE_LIMITER_REGISTRATION_ENABLED"] = "true",
        ["RATE_LIMITER_REGISTRATION_POINTS"] = $"{Registrations}",
        ["RATE_LIMITER_REGISTRATION_DURATION"] = "86400",
        ["REGISTER_STALL_TIME"] = "1ms",
    };

    /// <summary>An address that nobody has called from.</summary>
    public static string FreshAddress() => $"127.0.7.{Interlocked.Increment(ref addresses)}";

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(TestDatabase.Sqlite, Settings);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
