using System.Net;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>What a server says to browsers and crawlers by its settings, wherever they stand.</summary>
public sealed class FrontDoorTests
{
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_file_of_settings_is_taken_and_its_headers_are_on_every_answer()
    {
        await using var server = await StartAsync("settings.yaml", """
            ROOT_REDIRECT: ./app
            ROBOTS_TXT: "User-agent: *\nAllow: /"
            HSTS_ENABLED: true
            HSTS_MAX_AGE: 60
            CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC: ["'self'", https://images.example.com]
            ASSETS_CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC: https://assets.example.com
            ASSETS_CACHE_REVALIDATE: true
            QUERY_LIMIT_DEFAULT: 2
            QUERY_LIMIT_MAX: 3
            CACHE_ENABLED: true
            OPENAPI_ENABLED: false
            """);
        await using var app = await TestApp.OnAsync(server);

        var root = await app.Anonymous.GetAsync("/");
        Assert.Equal((HttpStatusCode.Found, "./app"), (root.StatusCode, root.Headers.Location!.OriginalString));
        Assert.Equal("User-agent: *\nAllow: /", await (await app.Anonymous.GetAsync("/robots.txt")).Content.ReadAsStringAsync());
        foreach (var path in new[] { "/server/ping", "/items/nothing", "/server/info" })
        {
            var answer = await app.Anonymous.GetAsync(path);
            Assert.Equal("max-age=60; includeSubDomains", Header(answer, "Strict-Transport-Security"));
            Assert.Contains("img-src 'self' https://images.example.com;", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        }

        var asset = await app.Admin.GetAsync($"/assets/{await UploadAsync(app)}");
        Assert.Contains("img-src https://assets.example.com;", Header(asset, "Content-Security-Policy"), StringComparison.Ordinal);
        var (cache, now) = (asset.Headers.CacheControl!, TimeSpan.Zero);
        Assert.Equal((now, true, true), (cache.MaxAge, cache.MustRevalidate, cache.Private));
        await (await app.Admin.GetAsync("/server/specs/oas")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await (await app.Admin.GetAsync("/docs")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await LimitsHoldAsync(app);
        Assert.Contains(server.Log.Lines(), line => line.Contains("no effect", StringComparison.Ordinal)
            && line.EndsWith("CACHE_ENABLED", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Without_settings_crawlers_are_sent_away_and_nothing_is_said_of_transport(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        var robots = await app.Anonymous.GetAsync("/robots.txt");
        Assert.Equal("User-agent: *\nDisallow: /", await robots.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", robots.Content.Headers.ContentType!.MediaType);
        Assert.False(robots.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("settings.json", "{", "settings.json"), InlineData("settings.js", "", "JavaScript"), InlineData("settings.yaml", "PORT: eighty", "PORT")]
    public async Task A_file_that_makes_no_sense_stops_the_start(string name, string text, string line)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        await using var database = await TestDatabase.Sqlite.CreateAsync(folder);
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, text);
        await using var process = ServerProcess.Start(TestServer.Settings(database, folder, new Dictionary<string, string> { ["CONFIG_PATH"] = path },
            "PORT"), folder);

        Assert.NotEqual(0, await process.EndsAsync());
        Assert.Contains(line, Assert.Single(process.Log.Lines(), told => told.Length > 0), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private static async Task LimitsHoldAsync(TestApp app)
    {
        var collection = await app.CreateCollectionAsync("name");
        await app.Admin.PostAsync($"/items/{collection}", Enumerable.Range(0, 5).Select(number => new { name = $"{number}" }));

        Assert.Equal(2, (await (await app.Admin.GetAsync($"/items/{collection}")).DataAsync())!.AsArray().Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Admin.GetAsync($"/items/{collection}?limit=4")).StatusCode);
    }

    private static async Task<string> UploadAsync(TestApp app)
    {
        using var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(Convert.FromBase64String(Pixel));
        content.Headers.ContentType = new("image/png");
        form.Add(content, "file", "pixel.png");
        var reply = await app.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/files") { Content = form });
        return (await reply.DataAsync())!["id"]!.ToString();
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static async Task<TestServer> StartAsync(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, text);
        return await TestServer.StartAsync(await TestDatabase.Sqlite.CreateAsync(folder), folder, new Dictionary<string, string> { ["CONFIG_PATH"] = path });
    }
}
