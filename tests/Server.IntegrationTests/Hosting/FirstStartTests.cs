using System.Text.RegularExpressions;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed partial class FirstStartTests
{
    [Fact]
    public async Task The_first_start_prints_a_password_for_the_administrator_once()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, without: ["ADMIN_EMAIL", "ADMIN_PASSWORD"]);
        await Eventually.TrueAsync(() => PrintedPassword().IsMatch(server.Log.Text), "the password is printed");
        var password = PrintedPassword().Match(server.Log.Text).Groups["password"].Value;
        Assert.True(password.Length >= 16);
        Assert.NotEmpty(await TestApp.LoginAsync(server, "admin@example.com", password));

        await server.RestartAsync();

        Assert.NotEmpty(await TestApp.LoginAsync(server, "admin@example.com", password));
        Assert.Equal(0, await server.Process.StopAsync());
        Assert.DoesNotMatch(PrintedPassword(), server.Log.Text);
    }

    [Fact]
    public async Task A_random_secret_is_kept_so_that_tokens_outlive_a_restart()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, without: "SECRET");
        var token = await TestApp.LoginAsync(server, TestServer.AdminEmail, TestServer.AdminPassword);

        await server.RestartAsync();

        using var admin = new TestClient(server, token);
        await (await admin.GetAsync("/users/me?fields=email")).ShouldBeDataAsync($$"""{"email":"{{TestServer.AdminEmail}}"}""");
    }

    [Theory, EachDatabase]
    public async Task A_second_start_changes_no_row(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        var before = await CountsAsync(server);

        await server.RestartAsync();

        Assert.Equal(before, await CountsAsync(server));
        Assert.Contains("directus_users 1", before);
    }

    private static async Task<List<string>> CountsAsync(TestServer server)
    {
        string[] tables = ["directus_users", "directus_roles", "directus_policies", "directus_access", "directus_permissions", "directus_settings",
            "directus_migrations"];
        var counts = new List<string>();
        foreach (var table in tables) counts.Add($"{table} {(await server.Database.QueryAsync($"select count(*) from {table}"))[0][0]}");
        return counts;
    }

    [GeneratedRegex(@"admin@example\.com with the password (?<password>\S+)")]
    private static partial Regex PrintedPassword();
}
