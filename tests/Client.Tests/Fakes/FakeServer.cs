using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directus.Grpc.Client.Tests.Fakes;

/// <summary>A gRPC server of three services on a port of its own: what tokens do to a client can be seen here without
/// waiting for a real one's clock.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeServer(WebApplication app, FakeState state)
    {
        this.app = app;
        State = state;
    }

    public FakeState State { get; }

    public string Url => app.Urls.Single();

    public static async Task<FakeServer> StartAsync(TestClock? clock = null)
    {
        var state = new FakeState(clock ?? new TestClock());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(state);
        builder.Services.AddGrpc();
        var app = builder.Build();
        app.MapGrpcService<FakeAuthService>();
        app.MapGrpcService<FakeItemsService>();
        app.MapGrpcService<FakeSharesService>();
        await app.StartAsync();
        return new(app, state);
    }

    public DirectusClient Connect() => new(Url, new DirectusClientOptions { TimeProvider = State.Clock });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
