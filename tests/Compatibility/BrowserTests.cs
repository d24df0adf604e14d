using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>The page behind the link of a share, in headless Chromium (browser/shared.test.mjs).</summary>
public sealed class BrowserTests(SharedServers servers)
{
    private static readonly string Folder = Path.Combine(BuildPaths.RepositoryRoot, "tests/Compatibility/browser");

    private static readonly string? Chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    [Theory, EachDatabase]
    public async Task The_page_of_a_share_shows_what_its_receivers_may_see(TestDatabase database)
    {
        Assert.SkipWhen(Chromium is null, "There is no Chromium; ./test installs it.");
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"Run 'npm ci' in {Folder} first; ./test does.");
        var server = await servers.OnAsync(database);

        var (exitCode, output) = await Command.RunAsync("node", ["--test", "--test-reporter=tap", "shared.test.mjs"], new Dictionary<string, string>
        {
            ["SERVER_URL"] = server.Url.ToString(),
            ["ADMIN_EMAIL"] = TestServer.AdminEmail,
            ["ADMIN_PASSWORD"] = TestServer.AdminPassword,
            ["CHROMIUM"] = Chromium!,
        }, Folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("# fail 0", output);
        Assert.DoesNotContain("# pass 0", output);
    }
}
