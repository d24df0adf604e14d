using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>The official JavaScript SDK as a client (sdk/sdk.test.mjs).</summary>
public sealed class SdkTests(SharedServers servers)
{
    private static readonly string Folder = Path.Combine(BuildPaths.RepositoryRoot, "tests/Compatibility/sdk");

    [Theory, EachDatabase]
    public async Task The_javascript_sdk_does_its_days_work(TestDatabase database)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"Run 'npm ci' in {Folder} first; ./test does.");
        var server = await servers.OnAsync(database);

        var (exitCode, output) = await Command.RunAsync("node", ["--test", "--test-reporter=tap", "sdk.test.mjs"], new Dictionary<string, string>
        {
            ["SERVER_URL"] = server.Url.ToString(),
            ["ADMIN_EMAIL"] = TestServer.AdminEmail,
            ["ADMIN_PASSWORD"] = TestServer.AdminPassword,
        }, Folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("# fail 0", output);
        Assert.DoesNotContain("# pass 0", output);
    }
}
