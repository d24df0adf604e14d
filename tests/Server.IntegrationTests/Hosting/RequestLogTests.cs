using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class RequestLogTests
{
    [Fact]
    public async Task Each_request_has_a_line_of_JSON_by_the_names_of_pino()
    {
        await using var server = await StartAsync("raw");
        await using var app = await TestApp.OnAsync(server);
        await app.Admin.GetAsync("/items/nothing?limit=1&access_token=");
        using var head = new HttpRequestMessage(HttpMethod.Head, "/server/info");
        using var http = new HttpClient { BaseAddress = server.Url };
        await http.SendAsync(head);

        Assert.Equal(0, await server.Process.StopAsync());

        var lines = server.Log.Lines().Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToList();
        var login = lines.Single(line => (string?)line["req"]?["url"] == "/auth/login");
        Assert.Equal(30, (int)login["level"]!);
        Assert.True((long)login["time"]! > 0);
        Assert.True((int)login["pid"]! > 0);
        Assert.NotEmpty((string)login["hostname"]!);
        Assert.Equal("POST", (string?)login["req"]!["method"]);
        Assert.Equal(200, (int)login["res"]!["statusCode"]!);
        Assert.Equal("application/json; charset=utf-8", (string?)login["res"]!["headers"]!["content-type"]);
        Assert.NotNull(login["responseTime"]);
        Assert.Equal("request completed", (string?)login["msg"]);
        var refused = lines.Single(line => ((string?)line["req"]?["url"])?.StartsWith("/items/nothing", StringComparison.Ordinal) == true);
        Assert.Equal("/items/nothing?limit=1&access_token=--redacted--", (string?)refused["req"]!["url"]);
        Assert.Equal("--redacted--", (string?)refused["req"]!["headers"]!["authorization"]);
        Assert.Single(lines, line => (string?)line["req"]?["method"] == "HEAD");
        // Numbers in this process, one for each.
        var ids = lines.Where(line => line["req"] is not null).Select(line => (int)line["req"]!["id"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("raw")]
    [InlineData("pretty")]
    public async Task No_line_of_a_request_tells_a_secret(string style)
    {
        await using var server = await StartAsync(style);
        await using var app = await TestApp.OnAsync(server);
        var cookies = new CookieContainer();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = server.Url };
        await browser.PostAsync("/auth/login", new StringContent($$"""{"email":"{{TestServer.AdminEmail}}","password":"{{TestServer.AdminPassword}}","mode":"session"}""", null, "application/json"));
        var cookie = cookies.GetCookies(server.Url).Single().Value;
        await browser.GetAsync("/users/me");
        string[] addresses =
        [
            "/users/me?access_token=secret-one", "/users/me?fields=id&access%5Ftoken=secret-one", "/users/me?ACCESS_TOKEN=secret-one",
            "/users/register/verify-email?token=secret-one", "/auth/login/x/callback?code=secret-one&state=secret-one",
                "/nowhere?access_token=secret-one#x",
            "/users?filter[token][_eq]=secret-one", "/users?filter%5Bpassword%5D%5B_starts_with%5D=secret-one",
                "/users?filter=%7B%22tfa_secret%22:%7B%22_eq%22:%22secret-one%22%7D%7D",
        ];
        foreach (var address in addresses) await app.Admin.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get,
            "/server/ping")
        { Headers = { { "Referer", $"{server.Url}users/me?access_token=secret-one" }, { "X-Api-Key", "secret-one" } } };
        await browser.SendAsync(request);
        await Assert.ThrowsAsync<RpcException>(async () =>
            await app.Client("secret-one").Items.ListItemsAsync(new ListItemsRequest { Collection = "directus_users" }));

        Assert.Equal(0, await server.Process.StopAsync());

        foreach (var secret in (string[])["secret-one", cookie, TestServer.AdminPassword, app.Admin.Token!])
            Assert.DoesNotContain(secret, server.Log.Text);
        Assert.Contains("/users/me?access_token=--redacted--", server.Log.Text);
        Assert.Contains("/users?filter[token][_eq]=--redacted--", server.Log.Text);
    }

    [Fact]
    public async Task Pretty_lines_are_those_of_Directus_and_calls_by_gRPC_have_one()
    {
        await using var server = await StartAsync("pretty");
        await using var app = await TestApp.OnAsync(server);
        await app.Admin.GetAsync("/items/nothing");
        await app.Admin.Server.PingAsync(new());
        await Assert.ThrowsAsync<RpcException>(async () => await app.Admin.Items.ListItemsAsync(new ListItemsRequest { Collection = "nothing" }));

        Assert.Equal(0, await server.Process.StopAsync());

        Assert.Matches(@"(?m)^\[\d\d:\d\d:\d\d\] GET /items/nothing 403 \d+ms$", server.Log.Text);
        Assert.Matches(@"(?m)^\[\d\d:\d\d:\d\d\] GRPC /directus\.server\.v1\.ServerService/Ping OK \d+ms$", server.Log.Text);
        Assert.Matches(@"(?m)^\[\d\d:\d\d:\d\d\] GRPC /directus\.items\.v1\.ItemsService/ListItems PermissionDenied \d+ms$", server.Log.Text);
    }

    [Fact]
    public async Task Paths_that_are_to_be_ignored_have_no_line_and_others_below_them_have()
    {
        await using var server = await StartAsync("pretty", ("LOG_HTTP_IGNORE_PATHS", "/server/ping, /items/a"));
        await using var app = await TestApp.OnAsync(server);
        foreach (var path in (string[])["/items/a?limit=1", "/items/a/1", "/items/b"]) await app.Admin.GetAsync(path);

        Assert.Equal(0, await server.Process.StopAsync());

        var lines = server.Log.Lines().Where(line => line.Contains(" GET /", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]);
        Assert.Equal(["/items/a/1", "/items/b"], lines);
    }

    [Fact]
    public async Task No_request_is_told_of_where_the_level_asks_for_warnings()
    {
        await using var server = await StartAsync("pretty", ("LOG_LEVEL", "warn"));
        await using var app = await TestApp.OnAsync(server);

        Assert.Equal(0, await server.Process.StopAsync());

        Assert.DoesNotContain("/auth/login", server.Log.Text);
    }

    private static Task<TestServer> StartAsync(string style, params (string Name, string Value)[] settings) =>
        TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string> { ["LOG_STYLE"] = style }.Concat(settings.ToDictionary(entry =>
            entry.Name, entry => entry.Value)).ToDictionary());
}
