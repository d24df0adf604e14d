using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

/// <summary>The real server, seen through the client, and the collections that a test makes there.</summary>
internal sealed class ServerApp : IAsyncDisposable
{
    private readonly TestApp app;
    private readonly Stack<IAsyncDisposable> clients = new();

    private ServerApp(TestApp app) => this.app = app;

    public TestServer Server => app.Server;

    public string Url => app.Server.GrpcUrl.ToString();

    public TestApp Rest => app;

    /// <summary>A client of the administrator.</summary>
    public DirectusClient Admin { get; private set; } = null!;

    public static async Task<ServerApp> StartAsync(TestDatabase database)
    {
        var server = new ServerApp(await TestApp.StartAsync(database));
        server.Admin = server.Connect();
        await server.Admin.LoginAsync(TestServer.AdminEmail, TestServer.AdminPassword);
        return server;
    }

    /// <summary>A client of nobody.</summary>
    public DirectusClient Connect() => Keep(new DirectusClient(Url));

    public DirectusClient Keep(DirectusClient client)
    {
        clients.Push(client);
        return client;
    }

    /// <summary>A new collection with these fields, under a name that no other test has.</summary>
    public async Task<string> CreateCollectionAsync(params Field[] fields)
    {
        var name = $"c_{Guid.NewGuid():N}"[..14];
        await Admin.Schema.CreateCollectionAsync(name, fields);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        while (clients.TryPop(out var client)) await client.DisposeAsync();
        await app.DisposeAsync();
    }
}
