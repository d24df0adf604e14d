using System.Net.Http.Headers;
using System.Text;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>How calls of API v1.1 come in: their paths, their tokens, their bodies, and what is refused at the door.</summary>
public sealed class EntryTests
{
    private const string LoginNeeded = "You must be logged in to access the API";

    [Theory, EachDatabase]
    public async Task A_token_is_taken_from_the_query_from_Basic_and_from_Bearer_but_never_from_a_cookie(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("title");
        var (mark, path) = (TestApp.Mark(), $"tables/{table}/rows");
        await app.CreateAsync("/users",
            new { email = $"{mark}@example.com", token = mark, policies = new[] { new { policy = await AllAsync(app, table) } } });
        (string Query, string? Authorization, int Status)[] calls =
        [
            ($"?access_token={mark}", null, 200), ("", $"Basic {Base64($"{mark}:")}", 200), ("", $"Bearer {mark}", 200),
            ("", $"Basic {Base64($"{mark}:secret")}", 401), ("", "Basic ???", 401), ("", $"Basic {Base64(":")}", 401), ("", "Bearer wrong", 401),
            ("?access_token=wrong", null, 401), ("", null, 401), ($"?access_token={mark}", "Bearer wrong", 200),
        ];

        foreach (var (query, authorization, status) in calls)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Server.Url, "/api/1.1/") };
            if (authorization is not null) http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
            using var reply = await http.GetAsync(path + query);
            Assert.Equal((query, authorization, status), (query, authorization, (int)reply.StatusCode));
        }

        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Server.Url };
        browser.DefaultRequestHeaders.Add("Cookie", $"directus_session_token={app.Admin.Token}");
        Assert.Equal(200, (int)(await browser.GetAsync($"/items/{table}")).StatusCode);
        Assert.Equal(401, (int)(await browser.PostAsync($"/api/1.1/{path}", new StringContent("title=x", Encoding.UTF8,
            "application/x-www-form-urlencoded"))).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Everybody_gets_a_sign_of_life(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        Assert.Equal("pong", await (await app.Anonymous.GetAsync("/api/1.1/ping")).Content.ReadAsStringAsync());
        var utils = new LegacyUtilsService.LegacyUtilsServiceClient(app.Anonymous.Rpc);
        Assert.Equal("pong", (await utils.PingAsync(new())).Data.StringValue);
    }

    [Theory, EachDatabase]
    public async Task Paths_may_have_more_slashes_than_they_need(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("title");
        foreach (var path in (string[])[$"/api//1.1/tables/{table}/rows", $"/api/1.1/tables/{table}/rows/", $"/api/1.1//tables//{table}///rows//"])
            Assert.Equal((path, 200), (path, (int)(await app.Admin.GetAsync(path)).StatusCode));
    }

    [Theory, EachDatabase]
    public async Task What_is_not_there_is_told_in_the_old_envelope_and_to_strangers_not_at_all(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        using var stranger = new OldClient(app.Server, null);
        using var nobody = new OldClient(app.Server, (await app.SignInAsync()).Token);
        var table = await app.CreateCollectionAsync("title");

        await old.RefusedAsync(404, "Route /api/1.1/custom doesn't exist.", HttpMethod.Get, "custom");
        await old.RefusedAsync(404, "Unable to find the table \"nope\"", HttpMethod.Get, "tables/nope/rows");
        await old.RefusedAsync(404, "Unable to find the table \"directus_settings\"", HttpMethod.Get, "tables/directus_settings/rows");
        await old.RefusedAsync(404, "Unable to find the table \"directus_policies\"", HttpMethod.Get, "tables/directus_policies/rows");
        await nobody.RefusedAsync(404, $"Unable to find the table \"{table}\"", HttpMethod.Get, $"tables/{table}/rows");
        await nobody.RefusedAsync(404, $"Unable to find the table \"{table}\"", HttpMethod.Post, $"tables/{table}/rows", "title=x");
        await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Get, $"tables/{table}/rows");
        await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Get, "tables/nope/rows");
    }

    [Theory, EachDatabase]
    public async Task Who_may_read_a_row_learns_that_they_may_not_change_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{table}", new { title = "a" });
        using var reader = new OldClient(app.Server, (await app.SignInAsync(May.Read(table))).Token);

        foreach (var (method, status) in ((HttpMethod, int)[])[(HttpMethod.Put, 403), (HttpMethod.Delete, 403)])
            Assert.False((bool?)(await reader.SendAsync(method, $"tables/{table}/rows/1", null, status))["success"]);
        await reader.RefusedAsync(404, $"Unable to find the record in [{table}] with ID [2]", HttpMethod.Put, $"tables/{table}/rows/2", "title=x");
        Assert.Equal("a", (string?)(await reader.GetAsync($"tables/{table}/rows/1"))["data"]!["title"]);
    }

    [Theory, EachDatabase]
    public async Task Hostile_bodies_are_refused_and_change_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title", "number:integer");
        var path = $"tables/{table}/rows";
        (string? Type, byte[] Body)[] hostile =
        [
            ("application/json", "{"u8.ToArray()), ("application/json", "title=x"u8.ToArray()), ("application/json", "\"text\""u8.ToArray()),
            ("application/json", [0xff, 0xfe]), ("application/json", "[1]"u8.ToArray()), ("text/plain", "title=x"u8.ToArray()),
            ("application/json", Encoding.UTF8.GetBytes($"{new string('[', 5_000)}")),
            ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes($"a{string.Concat(Enumerable.Repeat("[a]", 11))}=1")),
            ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 5_001).Select(i => $"f{i}=1")))),
            ("application/x-www-form-urlencoded", "title=a%00b"u8.ToArray()), ("application/x-www-form-urlencoded", "number=abc"u8.ToArray()),
            ("multipart/form-data; boundary=x", "--x\r\n\r\n"u8.ToArray()), ("multipart/form-data", "x"u8.ToArray()),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nx\r\n--x--"u8.ToArray()),
        ];

        foreach (var (type, body) in hostile)
        {
            var content = new ByteArrayContent(body);
            if (type is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            await old.SendAsync(HttpMethod.Post, path, content, 422);
        }

        var large = new StringContent($"title={new string('x', 2 << 20)}", Encoding.UTF8, "application/x-www-form-urlencoded");
        await old.SendAsync(HttpMethod.Post, path, large, 422);
        Assert.Equal(0, (int?)(await old.GetAsync(path))["meta"]!["total_entries"]);
    }

    [Theory, EachDatabase]
    public async Task A_form_is_taken_without_a_type_and_in_parts_and_the_last_of_equal_names_counts(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var path = (await Projects.CreateAsync(app)).Rows;
        var untyped = new ByteArrayContent("title=a&title=b+c"u8.ToArray());
        Assert.Equal("b c", (string?)(await old.SendAsync(HttpMethod.Post, path, untyped))["data"]!["title"]);
        using var parts = new MultipartFormDataContent { { new StringContent("d & e"), "title" }, { new StringContent("1"), "extra[k][0]" } };
        var made = (await old.SendAsync(HttpMethod.Post, path, parts))["data"]!;
        Assert.Equal(("d & e", """{"k":["1"]}"""), ((string?)made["title"], made["extra"]!.ToJsonString()));
        Assert.Equal("x,y", (string?)(await old.FormAsync(HttpMethod.Post, path, "words[]=x&words[]=y"))["data"]!["words"]);
    }

    [Fact]
    public async Task It_can_be_closed()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite,
            new Dictionary<string, string> { ["LEGACY_API_ENABLED"] = "false" });
        await using var app = await TestApp.OnAsync(server);
        await (await app.Admin.GetAsync("/api/1.1/tables/directus_users/rows")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        var rows = new Legacy.V1.LegacyRowsService.LegacyRowsServiceClient(app.Admin.Rpc);
        var closed = await Assert.ThrowsAsync<RpcException>(async () => await rows.ListRowsAsync(new() { Table = "x" }));
        Assert.Equal(StatusCode.Unimplemented, closed.StatusCode);
    }

    private static async Task<string> AllAsync(TestApp app, string table)
    {
        var permissions = new[] { new { collection = table, action = "read", fields = new[] { "*" }, permissions = new { } } };
        return await app.CreateAsync("/policies", new { name = TestApp.Mark(), permissions });
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
