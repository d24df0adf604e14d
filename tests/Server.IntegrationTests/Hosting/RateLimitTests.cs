using System.Net.Http.Json;
using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.ServerInfo.V1;
using Directus.Grpc.TestKit;
using Directus.Grpc.Users.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client.Web;
using Grpc.Net.Client;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

public sealed class RateLimitTests(LimitedServer limited) : IClassFixture<LimitedServer>
{
    private readonly TestServer server = limited.Server;

    [Fact]
    public async Task What_is_beyond_the_points_is_refused_on_every_route_and_told_when_to_come_back()
    {
        using var http = Caller(out _);
        for (var i = 0; i < LimitedServer.Points; i++) Assert.Equal(200, (int)(await http.GetAsync("/server/ping")).StatusCode);

        foreach (var path in new[] { "/server/ping", "/items/nothing", "/no/route", "/assets/none", "/graphql?query={__typename}" })
        {
            using var reply = await http.GetAsync(path);
            await reply.ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");
            var wait = (int)reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
            var error = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["errors"]![0]!;
            Assert.InRange(wait, 1, 86_400);
            Assert.Equal($"Too many requests, retry after {wait}s.", (string?)error["message"]);
            Assert.Equal(LimitedServer.Points, (int)error["extensions"]!["limit"]!);
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string?)error["extensions"]!["reset"]);
        }

        // Nobody else has to wait.
        using var other = Caller(out _);
        Assert.Equal(200, (int)(await other.GetAsync("/server/ping")).StatusCode);
    }

    [Fact]
    public async Task All_faces_share_the_points()
    {
        using var http = Caller(out var address);
        for (var i = 0; i < LimitedServer.Points; i++) await http.GetAsync("/server/ping");
        using var native = GrpcChannel.ForAddress(server.GrpcUrl, new GrpcChannelOptions { HttpHandler = CallFrom.Address(address) });
        using var web = GrpcChannel.ForAddress(server.Url,
            new GrpcChannelOptions { HttpVersion = HttpVersion.Version11, HttpHandler = new GrpcWebHandler(CallFrom.Address(address)) });

        foreach (var channel in new[] { native, web })
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() => new ServerService.ServerServiceClient(channel).PingAsync(new()).ResponseAsync);

            Assert.Equal(StatusCode.ResourceExhausted, refusal.StatusCode);
            Assert.Equal("REQUESTS_EXCEEDED", refusal.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason);
            Assert.InRange(refusal.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.Seconds, 1, 86_400);
        }
    }

    [Fact]
    public async Task Each_field_of_a_graphql_operation_counts()
    {
        using var http = Caller(out _);
        var fields = string.Join(' ', Enumerable.Range(0, LimitedServer.Points - 1).Select(i => $"p{i}: server_ping"));

        using var many = await http.PostAsJsonAsync("/graphql/system", new { query = $"{{ ...all }} fragment all on Query {{ {fields} }}" });
        using var more = await http.PostAsJsonAsync("/graphql/system", new { query = "{ a: server_ping b: server_ping }" });

        await many.DataAsync();
        await more.ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");
        Assert.NotNull(more.Headers.RetryAfter);
    }

    [Fact]
    public async Task Registrations_have_points_of_their_own_on_every_face()
    {
        using var http = Caller(out var address);
        using var channel = GrpcChannel.ForAddress(server.GrpcUrl, new GrpcChannelOptions { HttpHandler = CallFrom.Address(address) });
        var person = new { email = "new@example.com", password = "something" };
        for (var i = 0; i < LimitedServer.Registrations; i++) await (await http.PostAsJsonAsync("/users/register", person))
            .ShouldBeErrorAsync(403, "FORBIDDEN");

        using var rest = await http.PostAsJsonAsync("/users/register", person);
        using var graph = await http.PostAsJsonAsync("/graphql/system",
            new { query = "mutation { users_register(email: \"new@example.com\", password: \"something\") }" });

        await rest.ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");
        Assert.NotNull(rest.Headers.RetryAfter);
        Assert.Contains("\"REQUESTS_EXCEEDED\"", await graph.Content.ReadAsStringAsync());
        await new UsersService.UsersServiceClient(channel).RegisterUserAsync(new() { Email = "new@example.com", Password = "something" })
            .ShouldFailAsync(StatusCode.ResourceExhausted, "REQUESTS_EXCEEDED");
    }

    [Fact]
    public async Task All_callers_together_have_points_too()
    {
        await using var own = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>(LimitedServer.Settings)
        {
            ["RATE_LIMITER_POINTS"] = "3", ["RATE_LIMITER_GLOBAL_ENABLED"] = "true", ["RATE_LIMITER_GLOBAL_POINTS"] = "8",
            ["RATE_LIMITER_GLOBAL_DURATION"] = "86400",
        });
        var refused = new List<HttpResponseMessage>();

        for (var i = 0; i < 12; i++)
        {
            using var http = new HttpClient(CallFrom.Address(LimitedServer.FreshAddress())) { BaseAddress = own.Url };
            if (await http.GetAsync("/server/ping") is { IsSuccessStatusCode: false } reply) refused.Add(reply);
        }

        Assert.InRange(refused.Count, 4, 12);
        foreach (var reply in refused) await reply.ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");
    }

    [Fact]
    public async Task Servers_count_together_in_Redis_and_each_for_itself_while_it_is_away()
    {
        Assert.SkipWhen(Redis.Program is null, "There is no redis-server; ./test installs it.");
        await using var redis = await Redis.StartAsync("open:sesame");
        var settings = new Dictionary<string, string>(LimitedServer.Settings)
        {
            ["RATE_LIMITER_STORE"] = "redis", ["REDIS"] = $"redis://:open%3Asesame@127.0.0.1:{redis.Port}/3",
        };
        var servers = await Task.WhenAll(TestServer.StartAsync(TestDatabase.Sqlite, settings), TestServer.StartAsync(TestDatabase.Sqlite, settings));
        await using var first = servers[0];
        await using var second = servers[1];
        var address = LimitedServer.FreshAddress();
        using var here = new HttpClient(CallFrom.Address(address)) { BaseAddress = first.Url };
        using var there = new HttpClient(CallFrom.Address(address)) { BaseAddress = second.Url };

        for (var i = 0; i < LimitedServer.Points; i++) Assert.Equal(200,
            (int)(await (i % 2 == 0 ? here : there).GetAsync("/server/ping")).StatusCode);
        await (await here.GetAsync("/server/ping")).ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");
        await (await there.GetAsync("/server/ping")).ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");

        var health = await HealthAsync(first);
        Assert.Equal("ok", (string)health["checks"]!["redis:responseTime"]![0]!["status"]!);
        Assert.Equal(150, (int)health["checks"]!["redis:responseTime"]![0]!["threshold"]!);

        await redis.StopAsync();
        for (var i = 0; i < LimitedServer.Points; i++) Assert.Equal(200, (int)(await here.GetAsync("/server/ping")).StatusCode);
        await (await here.GetAsync("/server/ping")).ShouldBeErrorAsync(429, "REQUESTS_EXCEEDED");
        await Eventually.TrueAsync(() =>
            first.Log.Text.Contains("Redis can't be reached", StringComparison.Ordinal), "the log tells that Redis is away");
        await Eventually.TrueAsync(async () => (string)(await HealthAsync(first))["status"]! == "error", "the health tells it too");
    }

    [Fact]
    public async Task Users_are_told_how_many_calls_they_have()
    {
        using var caller = Caller(out _);
        var login = await caller.PostAsJsonAsync("/auth/login", new { email = TestServer.AdminEmail, password = TestServer.AdminPassword });
        caller.DefaultRequestHeaders.Authorization = new("Bearer", (string)(await login.DataAsync())!["access_token"]!);

        var told = (await (await caller.GetAsync("/server/info")).DataAsync())!;
        var asked = await caller.PostAsJsonAsync("/graphql/system",
            new { query = "{ server_info { rateLimit { points duration } rateLimitGlobal } extensions { name bundle meta { enabled } } }" });

        Assert.Equal($$"""{"points":{{LimitedServer.Points}},"duration":86400}""", told["rateLimit"]!.ToJsonString());
        Assert.False((bool)told["rateLimitGlobal"]!);
        await asked.ShouldBeDataAsync($$"""
            {"server_info":{"rateLimit":{"points":{{LimitedServer.Points}},"duration":86400},"rateLimitGlobal":false},"extensions":[]}
            """);
    }

    private static async Task<JsonNode> HealthAsync(TestServer server)
    {
        using var caller = new HttpClient(CallFrom.Address(LimitedServer.FreshAddress())) { BaseAddress = server.Url };
        var login = await caller.PostAsJsonAsync("/auth/login", new { email = TestServer.AdminEmail, password = TestServer.AdminPassword });
        caller.DefaultRequestHeaders.Authorization = new("Bearer", (string)(await login.DataAsync())!["access_token"]!);
        return JsonNode.Parse(await (await caller.GetAsync("/server/health")).Content.ReadAsStringAsync())!;
    }

    private HttpClient Caller(out string address) => new(CallFrom.Address(address = LimitedServer.FreshAddress())) { BaseAddress = server.Url };
}
