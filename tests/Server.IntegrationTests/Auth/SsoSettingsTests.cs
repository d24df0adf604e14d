using Directus.Grpc.Auth.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class SsoSettingsTests
{
    private static readonly Dictionary<string, string> Right = new()
    {
        ["AUTH_PROVIDERS"] = "corp",
        ["AUTH_CORP_DRIVER"] = "openid",
        ["AUTH_CORP_CLIENT_ID"] = "directus",
        ["AUTH_CORP_CLIENT_SECRET"] = "secret",
        ["AUTH_CORP_ISSUER_URL"] = "http://127.0.0.1:1",
    };

    [Fact]
    public async Task A_driver_that_is_not_there_yet_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var database = await TestDatabase.Sqlite.CreateAsync(folder);
        var environment = TestServer.Settings(database, folder, new Dictionary<string, string>(Right) { ["AUTH_CORP_DRIVER"] = "ldap" });
        await using var process = ServerProcess.Start(environment, folder);

        Assert.NotEqual(0, await process.EndsAsync());

        const string line = "AUTH_CORP_DRIVER=ldap is not supported by this server yet; oauth2 and openid are.";
        Assert.Equal(line, Assert.Single(process.Log.Lines(), text => text.Length > 0));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_stops_its_own_logins_only()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, Right);
        await using var app = await TestApp.OnAsync(server);

        var reply = await app.Anonymous.GetAsync("/auth/login/corp");

        await reply.ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
        Assert.False(reply.Headers.Contains("set-cookie"));
    }

    [Fact]
    public async Task The_login_by_password_can_be_switched_off()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite,
            new Dictionary<string, string>(Right) { ["AUTH_DISABLE_DEFAULT"] = "true", ["ADMIN_TOKEN"] = "a-token" });
        using var client = new TestClient(server);
        var login = new { email = TestServer.AdminEmail, password = TestServer.AdminPassword };

        await (await client.PostAsync("/auth/login", login)).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await client.Auth.LoginAsync(new LoginRequest { Email = login.email, Password = login.password })
            .ShouldFailAsync(StatusCode.Unimplemented, "ROUTE_NOT_FOUND");
        Assert.True((await client.Auth.ListProvidersAsync(new ListProvidersRequest())).DisableDefault);
    }
}
