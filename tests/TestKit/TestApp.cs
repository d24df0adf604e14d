using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Directus.Grpc.TestKit;

/// <summary>A test's view of a server that it shares with others: each test makes its own collections and users on it.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly List<TestClient> clients = [];
    private readonly int logStart;
    private SharedServers? shared;

    private TestApp(TestServer server, string adminToken)
    {
        Server = server;
        logStart = server.Log.Count;
        Admin = Client(adminToken);
        Anonymous = Client();
    }

    public TestServer Server { get; }

    public TestClient Admin { get; }

    public TestClient Anonymous { get; }

    /// <summary>Where the shared servers send their mail.</summary>
    public SmtpSink Mail => shared?.Mail ?? throw new InvalidOperationException("The test's own server sends its mail elsewhere.");

    public static async Task<TestApp> StartAsync(TestDatabase database)
    {
        var servers = await TestContext.Current.GetFixture<SharedServers>()
            ?? throw new InvalidOperationException("The test assembly lacks [assembly: AssemblyFixture(typeof(SharedServers))].");
        var app = await OnAsync(await servers.OnAsync(database));
        app.shared = servers;
        return app;
    }

    /// <summary>A view of a server that the test started itself.</summary>
    public static async Task<TestApp> OnAsync(TestServer server) =>
        new(server, await LoginAsync(server, TestServer.AdminEmail, TestServer.AdminPassword));

    /// <summary>A caller with this token, or without one.</summary>
    public TestClient Client(string? token = null)
    {
        var client = new TestClient(Server, token);
        clients.Add(client);
        return client;
    }

    /// <summary>A new collection with an integer key `id` and these fields, "name" or "name:type"; answers its name.</summary>
    public async Task<string> CreateCollectionAsync(params string[] fields)
    {
        var name = $"t_{Mark()}";
        await CreateCollectionAsync(name, [KeyField, .. fields.Select(Field)]);
        return name;
    }

    public async Task CreateCollectionAsync(string name, IEnumerable<object> fields)
    {
        var reply = await Admin.PostAsync("/collections", new { collection = name, schema = new { }, meta = new { }, fields });
        await reply.DataAsync();
    }

    /// <summary>A new user who may do this and nothing else, logged in.</summary>
    public async Task<TestClient> SignInAsync(params May[] rights)
    {
        var mark = Mark();
        var (email, password) = ($"user-{mark}@example.com", $"password-{mark}");
        var user = await CreateAsync("/users", new { email, password });
        await CreateAsync("/access", new { user, policy = await CreatePolicyAsync(rights) });
        return Client(await LoginAsync(Server, email, password));
    }

    /// <summary>A new role that may do this and nothing else; answers its key.</summary>
    public async Task<string> CreateRoleAsync(params May[] rights)
    {
        var role = await CreateAsync("/roles", new { name = $"role {Mark()}" });
        await CreateAsync("/access", new { role, policy = await CreatePolicyAsync(rights) });
        return role;
    }

    /// <summary>Creates an item as the administrator and answers its key.</summary>
    public async Task<string> CreateAsync(string path, object item)
    {
        var reply = await Admin.PostAsync(path, item);
        return (await reply.DataAsync())!["id"]!.ToString();
    }

    public static async Task<string> LoginAsync(TestServer server, string email, string password)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        var reply = await http.PostAsJsonAsync("/auth/login", new { email, password });
        return (await reply.DataAsync())!["access_token"]!.ToString();
    }

    // An error in the log is a failure of the test that caused it, whatever the caller was told.
    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        var errors = Server.Log.Errors(logStart);
        if (shared is not null) await shared.LeaveAsync(Server);
        Assert.True(errors.Count == 0, $"The server logged an error:\n{string.Join('\n', errors)}");
    }

    /// <summary>A word that nothing else has in its name.</summary>
    public static string Mark() => $"{Guid.NewGuid():N}"[..12];

    private static object KeyField => new
    {
        field = "id",
        type = "integer",
        meta = new { hidden = true },
        schema = new { is_primary_key = true, has_auto_increment = true },
    };

    private async Task<string> CreatePolicyAsync(May[] rights)
    {
        var policy = await CreateAsync("/policies", new { name = $"policy {Mark()}" });
        foreach (var right in rights) await CreateAsync("/permissions", right.In(policy));
        return policy;
    }

    private static object Field(string text)
    {
        var parts = text.Split(':');
        return new { field = parts[0], type = parts.ElementAtOrDefault(1) ?? "string", meta = new { }, schema = new { } };
    }
}
