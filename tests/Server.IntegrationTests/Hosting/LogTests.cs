using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class LogTests
{
    [Theory, EachDatabase]
    public async Task Secrets_are_not_in_the_log_at_any_level(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string>
        {
            ["LOG_LEVEL"] = "trace",
            ["ADMIN_TOKEN"] = "static-token-of-the-admin",
        });
        await using var app = await TestApp.OnAsync(server);
        var tokens = await app.Anonymous.Auth.LoginAsync(new() { Email = TestServer.AdminEmail, Password = TestServer.AdminPassword });
        await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = tokens.Tokens.RefreshToken });
        await app.Anonymous.GetAsync($"/users/me?access_token={tokens.Tokens.AccessToken}");
        await app.Client("static-token-of-the-admin").GetAsync("/users/me");
        await app.Client("a-token-nobody-has").GetAsync("/users/me");
        await app.Anonymous.PostAsync("/auth/login", new { email = TestServer.AdminEmail, password = "a-wrong-password" });
        await app.Admin.PostAsync("/users", new { email = "new@example.com", password = "password-of-the-new-one" });

        Assert.Equal(0, await server.Process.StopAsync());

        string[] secrets =
        [
            TestServer.AdminPassword, TestServer.Secret, "static-token-of-the-admin", "a-token-nobody-has", "a-wrong-password",
                "password-of-the-new-one",
            tokens.Tokens.AccessToken, tokens.Tokens.RefreshToken, "$argon2id$",
        ];
        Assert.NotEqual(0, server.Log.Count);
        foreach (var secret in secrets) Assert.DoesNotContain(secret, server.Log.Text);
    }
}
