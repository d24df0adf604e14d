using System.Net;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

/// <summary>An app in the folder of STUDIO_ROOT. That the real one works there is tried in a browser.</summary>
public sealed class StudioTests : IDisposable
{
    private const string Page = "<!doctype html><head><base /><title>An app</title></head>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directus-grpc-test-");

    private string Root => Path.Combine(_folder.FullName, "app");

    public StudioTests()
    {
        Directory.CreateDirectory(Path.Combine(Root, "assets"));
        File.WriteAllText(Path.Combine(Root, "index.html"), Page);
        File.WriteAllText(Path.Combine(Root, "favicon.ico"), "icon");
        File.WriteAllText(Path.Combine(Root, "assets", "index.abc123.js"), "start();");
        File.WriteAllText(Path.Combine(_folder.FullName, "secret.txt"), "nobody reads this");
    }

    [Fact]
    public async Task Its_page_is_answered_for_every_address_with_the_base_of_the_public_one()
    {
        await using var server = await StartAsync(new() { ["PUBLIC_URL"] = "https://example.com/cms" });
        await using var app = await TestApp.OnAsync(server);

        foreach (var path in new[] { "/admin", "/admin/", "/admin/index.html", "/admin/content/books/a.b", "/admin/login?redirect=/" })
        {
            var page = await app.Anonymous.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
            Assert.Contains("<base href=\"/cms/admin/\"><title>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(page.Headers.CacheControl!.NoCache);
            Assert.Equal("same-origin-allow-popups", page.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        }

        Assert.Contains("href=\"admin/\">Studio", await HomeAsync(app), StringComparison.Ordinal);
        Assert.DoesNotContain("<li hidden><a href=\"admin/\"", await HomeAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_files_are_kept_by_browsers_as_long_as_they_stay_the_same()
    {
        await using var server = await StartAsync([]);
        await using var app = await TestApp.OnAsync(server);

        var script = await app.Anonymous.GetAsync("/admin/assets/index.abc123.js");
        Assert.Equal(("start();", "text/javascript"), (await script.Content.ReadAsStringAsync(), script.Content.Headers.ContentType!.MediaType));
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.NonValidated["Cache-Control"].ToString());

        using var http = new HttpClient { BaseAddress = server.Url };
        using var icon = await http.GetAsync("/admin/favicon.ico");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/admin/favicon.ico");
        again.Headers.IfModifiedSince = icon.Content.Headers.LastModified;
        using var same = await http.SendAsync(again);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (icon.StatusCode, same.StatusCode));
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/admin/assets/index.abc123.js"));
        Assert.Equal((HttpStatusCode.OK, 8L), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task Nothing_else_is_served_and_pages_of_our_own_stay()
    {
        await using var server = await StartAsync([]);
        await using var app = await TestApp.OnAsync(server);

        await (await app.Anonymous.GetAsync("/admin/assets/gone.js")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        foreach (var path in new[] { "..%2fsecret.txt", "assets/..%2f..%2fsecret.txt", "..%5csecret.txt", "%2fetc%2fpasswd" })
        {
            var said = await (await app.Anonymous.GetAsync($"/admin/{path}")).Content.ReadAsStringAsync();
            Assert.True(!said.Contains("nobody reads this", StringComparison.Ordinal) && !said.Contains("root:", StringComparison.Ordinal), said);
        }

        var share = await app.Anonymous.GetAsync($"/admin/shared/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, share.StatusCode);
        Assert.DoesNotContain("An app", await share.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Policy(share), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_may_load_is_of_this_server_unless_settings_add_to_it()
    {
        await using (var server = await StartAsync([]))
        await using (var app = await TestApp.OnAsync(server))
        {
            var policy = Policy(await app.Anonymous.GetAsync("/admin/"));
            Assert.Contains("default-src 'self'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        }

        await using var open = await StartAsync(new() { ["CONTENT_SECURITY_POLICY_DIRECTIVES__CONNECT_SRC"] = "'self',https://tiles.example.com" });
        await using var with = await TestApp.OnAsync(open);
        var added = Policy(await with.Anonymous.GetAsync("/admin/"));
        Assert.Contains("script-src 'self';", added, StringComparison.Ordinal);
        Assert.EndsWith("connect-src 'self' https://tiles.example.com", added, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Without_the_setting_there_is_none_and_nothing_leads_to_one(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        await (await app.Anonymous.GetAsync("/admin/")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        Assert.Contains("<li hidden><a href=\"admin/\"", await HomeAsync(app), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<TestServer> StartAsync(Dictionary<string, string> settings) =>
        TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>(settings) { ["STUDIO_ROOT"] = Root });

    private static string Policy(HttpResponseMessage answer) => answer.Headers.GetValues("Content-Security-Policy").Single();

    private static async Task<string> HomeAsync(TestApp app)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept", "text/html" } } };
        return await (await app.Anonymous.SendAsync(request)).Content.ReadAsStringAsync();
    }
}
