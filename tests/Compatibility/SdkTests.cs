using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>The official JavaScript SDK as a client (sdk/sdk.test.mjs), and the two of API v1.1 (old-sdks/old-sdks.test.cjs).</summary>
public sealed class SdkTests(SharedServers servers)
{
    [Theory, EachDatabase]
    public async Task The_javascript_sdk_does_its_days_work(TestDatabase database) =>
        await PassAsync("sdk", "sdk.test.mjs", await servers.OnAsync(database));

    // On a server of their own: they change settings, and the administrator's password, which ends sessions.
    [Theory, EachDatabase]
    public async Task The_sdks_of_the_old_API_do_all_that_they_can(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await PassAsync("old-sdks", "old-sdks.test.cjs", server);
    }

    private static async Task PassAsync(string name, string tests, TestServer server)
    {
        var folder = Path.Combine(BuildPaths.RepositoryRoot, "tests/Compatibility", name);
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), $"Run 'npm ci' in {folder} first; ./test does.");

        var (exitCode, output) = await Command.RunAsync("node", ["--test", "--test-reporter=tap", tests], new Dictionary<string, string>
        {
            ["SERVER_URL"] = server.Url.ToString(),
            ["ADMIN_EMAIL"] = TestServer.AdminEmail,
            ["ADMIN_PASSWORD"] = TestServer.AdminPassword,
        }, folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("# fail 0", output);
        Assert.DoesNotContain("# pass 0", output);
    }
}
