using Directus.Grpc.TestKit;
using Grpc.Net.Client.Web;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class SessionTests
{
    [Fact]
    public async Task Session_outlives_its_access_token()
    {
        var settings = new Dictionary<string, string> { ["ACCESS_TOKEN_TTL"] = "3s" };
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, settings);
        // A client whose clock stands still is told by the server; one whose clock goes renews in time.
        await using var told = new DirectusClient(server.GrpcUrl.ToString(), new() { TimeProvider = new Fakes.TestClock() });
        await using var punctual = new DirectusClient(server.GrpcUrl.ToString());
        await told.LoginAsync(TestServer.AdminEmail, TestServer.AdminPassword);
        await punctual.LoginAsync(TestServer.AdminEmail, TestServer.AdminPassword);

        await Task.Delay(TimeSpan.FromSeconds(3.5));

        Assert.NotEmpty(await told.Items("directus_users").ToListAsync());
        Assert.NotEmpty(await punctual.Items("directus_users").ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Logged_out_client_is_nobody(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var client = app.Connect();
        await client.LoginAsync(TestServer.AdminEmail, TestServer.AdminPassword);
        await client.Items("directus_users").ToListAsync();

        await client.LogoutAsync();

        var error = await Assert.ThrowsAsync<DirectusException>(() => client.Items("directus_users").ToListAsync());
        Assert.Equal("FORBIDDEN", error.Code);
    }

    [Theory, EachDatabase]
    public async Task Static_token_is_its_user(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var token = $"token-{Guid.NewGuid():N}";
        var role = (await app.Admin.Items("directus_roles").Where(Filter.Field("name").Eq("Administrator")).ToListAsync())[0]["id"]!.ToString();
        var user = await app.Admin.Items("directus_users").CreateAsync(new { email = $"{token}@example.com", token, role });
        await using var client = new DirectusClient(app.Url, new() { Token = token });

        var me = await client.Items("directus_users").Where(Filter.Field("id").Eq("$CURRENT_USER")).Fields("id").ToListAsync();
        Assert.Equal(user!["id"]!.ToString(), Assert.Single(me)["id"]!.ToString());
    }

    [Theory, EachDatabase]
    public async Task Client_speaks_gRPC_Web_on_the_REST_port(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        using var handler = new GrpcWebHandler(new HttpClientHandler());
        var options = new DirectusClientOptions { HttpHandler = handler, HttpVersion = System.Net.HttpVersion.Version11 };
        await using var client = new DirectusClient(app.Server.Url.ToString(), options);
        await client.LoginAsync(TestServer.AdminEmail, TestServer.AdminPassword);

        Assert.NotEmpty(await client.Items("directus_users").ToListAsync());
    }
}
