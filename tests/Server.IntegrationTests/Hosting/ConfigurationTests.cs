using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("PORT", "eighty")]
    [InlineData("GRPC_PORT", "99999")]
    [InlineData("PUBLIC_URL", "not an address")]
    [InlineData("DB_CLIENT", "oracle")]
    [InlineData("ACCESS_TOKEN_TTL", "soon")]
    [InlineData("QUERY_LIMIT_MAX", "many")]
    [InlineData("LOG_LEVEL", "loud")]
    [InlineData("CORS_ORIGIN", "app.example.com")]
    [InlineData("IP_TRUST_PROXY", "proxy.local")]
    [InlineData("RATE_LIMITER_GLOBAL_ENABLED", "true")]
    public async Task A_wrong_value_stops_the_start_with_a_line_that_names_the_variable(string variable, string value)
    {
        var lines = await FailToStartAsync(TestDatabase.Sqlite, new() { [variable] = value });

        Assert.Contains(variable, Assert.Single(lines));
    }

    [Theory]
    [InlineData("RATE_LIMITER_STORE", "redis", "RATE_LIMITER_REGISTRATION_ENABLED", "true")]
    [InlineData("IP_CUSTOM_HEADER", "X-Real-IP", "IP_TRUST_PROXY", "false")]
    public async Task Settings_that_make_no_sense_together_stop_it_too(string variable, string value, string other, string otherValue)
    {
        var lines = await FailToStartAsync(TestDatabase.Sqlite, new() { [variable] = value, [other] = otherValue });

        Assert.Contains(variable, Assert.Single(lines));
    }

    [Fact]
    public async Task A_secret_has_to_be_given_where_servers_may_share_a_database()
    {
        var lines = await FailToStartAsync(TestDatabase.Postgres, without: "SECRET");

        Assert.Contains("SECRET", Assert.Single(lines));
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_stops_the_start_and_no_password_is_told()
    {
        var lines = await FailToStartAsync(TestDatabase.Postgres, new() { ["DB_PORT"] = $"{FreePort.Next()}" });

        Assert.Contains("DB_", Assert.Single(lines));
    }

    [Fact]
    public async Task A_dot_env_file_in_the_working_folder_is_read()
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".env"),
            "# the administrator\nADMIN_EMAIL=\"dot@example.com\"\nADMIN_PASSWORD=from-the-file\n");
        await using var server = await TestServer.StartAsync(
            await TestDatabase.Sqlite.CreateAsync(folder), folder, without: "ADMIN_EMAIL");

        // What the environment says goes before the file.
        Assert.NotEmpty(await TestApp.LoginAsync(server, "dot@example.com", TestServer.AdminPassword));
    }

    private static async Task<string[]> FailToStartAsync(TestDatabase kind, Dictionary<string, string>? settings = null, params string[] without)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var database = await kind.CreateAsync(folder);
        var environment = TestServer.Settings(database, folder, settings, without);
        await using var process = ServerProcess.Start(environment, folder);

        Assert.NotEqual(0, await process.EndsAsync());
        folder.Delete(recursive: true);
        return [.. process.Log.Lines().Where(line => line.Length > 0)];
    }
}
