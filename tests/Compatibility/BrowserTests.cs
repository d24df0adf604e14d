using System.Globalization;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Compatibility;

/// <summary>Headless Chromium: the page behind the link of a share (browser/shared.test.mjs), the explorer (browser/docs.test.mjs), the
/// first page (browser/home.test.mjs), Directus' app (browser/studio.test.mjs), and
/// pages of other sites that call (browser/origins.test.mjs).</summary>
public sealed class BrowserTests(SharedServers servers)
{
    private static readonly string Folder = Path.Combine(BuildPaths.RepositoryRoot, "tests/Compatibility/browser");

    private static readonly string? Chromium = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    [Theory, EachDatabase]
    public async Task The_page_of_a_share_shows_what_its_receivers_may_see(TestDatabase database)
    {
        var server = await servers.OnAsync(database);

        await PassAsync("shared.test.mjs", server, []);
    }

    [Fact]
    public async Task The_explorer_shows_the_API_as_far_as_its_reader_may_use_it() =>
        await PassAsync("docs.test.mjs", await servers.OnAsync(TestDatabase.Sqlite), []);

    [Fact]
    public async Task The_first_page_tells_where_everything_is()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite);
        var port = server.GrpcUrl.Port.ToString(CultureInfo.InvariantCulture);

        await PassAsync("home.test.mjs", server, new() { ["GRPC_PORT"] = port });
    }

    [Fact]
    public async Task The_app_of_Directus_that_was_fetched_logs_in_lists_and_opens_items()
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        try
        {
            var root = Path.Combine(folder.FullName, "app");
            var (exitCode, said) = await Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, "studio", "install", root]);
            Assert.True(exitCode == 0, said);
            Assert.Contains("Business\nSource License 1.1", said.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(root, "license")), said);
            await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string> { ["STUDIO_ROOT"] = root });

            await PassAsync("studio.test.mjs", server, []);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Pages_of_listed_sites_may_call_and_no_others()
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        var settings = new Dictionary<string, string> { ["CORS_ENABLED"] = "true", ["CORS_ORIGIN"] = $"http://127.0.0.1:{port}" };
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, settings);

        await PassAsync("origins.test.mjs", server, new() { ["FRIEND_PORT"] = port });
    }

    private static async Task PassAsync(string tests, TestServer server, Dictionary<string, string> environment)
    {
        Assert.SkipWhen(Chromium is null, "There is no Chromium; ./test installs it.");
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"Run 'npm ci' in {Folder} first; ./test does.");
        environment["SERVER_URL"] = server.Url.ToString();
        environment["ADMIN_EMAIL"] = TestServer.AdminEmail;
        environment["ADMIN_PASSWORD"] = TestServer.AdminPassword;
        environment["CHROMIUM"] = Chromium!;

        var (exitCode, output) = await Command.RunAsync("node", ["--test", "--test-reporter=tap", tests], environment, Folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("# fail 0", output);
        Assert.DoesNotContain("# pass 0", output);
    }
}
