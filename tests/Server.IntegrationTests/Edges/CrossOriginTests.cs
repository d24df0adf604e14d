using System.Net.Http.Headers;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Edges;

/// <summary>Pages of other sites, as far as headers tell; browser/origins.test.mjs asks a browser.</summary>
public sealed class CrossOriginTests
{
    private const string Friend = "https://app.example.com";
    private const string Stranger = "https://app.example.com.evil.example";

    [Theory, EachDatabase]
    public async Task Unless_enabled_no_site_is_let_in_and_options_tell_methods(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);

        using var preflight = await app.Anonymous.SendAsync(Preflight("/users/me", Friend));
        using var read = await app.Admin.SendAsync(From(Friend, HttpMethod.Get, "/users/me"));
        using var none = await app.Anonymous.SendAsync(HttpMethod.Options, "/no/route");

        Assert.Equal((200, "DELETE, GET, PATCH"), ((int)preflight.StatusCode, string.Join(", ", preflight.Content.Headers.Allow.Order())));
        Assert.DoesNotContain(preflight.Headers.Concat(read.Headers), IsCors);
        await none.ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
    }

    [Fact]
    public async Task A_listed_site_is_let_in_everywhere_and_no_other_one()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite,
            new Dictionary<string, string> { ["CORS_ENABLED"] = "true", ["CORS_ORIGIN"] = $"{Friend},http://other.example" });
        await using var app = await TestApp.OnAsync(server);

        foreach (var path in new[] { "/users/me", "/items/nothing", "/graphql", "/no/route", "/" })
        {
            using var preflight = await app.Anonymous.SendAsync(Preflight(path, Friend));
            Assert.Equal(204, (int)preflight.StatusCode);
            Assert.Equal([Friend, "true", "GET,POST,PATCH,DELETE", "Content-Type,Authorization", "18000", "Origin"], Told(preflight.Headers,
                "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
                    "Access-Control-Max-Age", "Vary"));
        }

        // Refusals are readable too.
        using var refused = await app.Anonymous.SendAsync(From(Friend, HttpMethod.Get, "/users/me"));
        Assert.Equal(401, (int)refused.StatusCode);
        Assert.Equal([Friend, "true", "Content-Range", "Origin"], Told(refused.Headers,
            "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers", "Vary"));

        // The rest is told nothing, and caches are told that it depends.
        using var strange = await app.Anonymous.SendAsync(Preflight("/users/me", Stranger));
        using var answered = await app.Admin.SendAsync(From(Stranger, HttpMethod.Get, "/users/me"));
        using var own = await app.Admin.GetAsync("/users/me");
        Assert.DoesNotContain(strange.Headers.Concat(answered.Headers).Concat(own.Headers), IsCors);
        Assert.All(new[] { strange, answered, own }, reply => Assert.Equal(["Origin"], Told(reply.Headers, "Vary")));
    }

    [Fact]
    public async Task Grpc_web_is_let_in_from_the_same_sites_with_the_headers_that_it_needs()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>
        {
            ["CORS_ENABLED"] = "true", ["CORS_ORIGIN"] = "regex:\\.example\\.com$", ["CORS_EXPOSED_HEADERS"] = "X-Own",
            ["CORS_CREDENTIALS"] = "false",
        });
        await using var app = await TestApp.OnAsync(server);
        const string method = "/directus.server.v1.ServerService/Ping";

        using var preflight = await app.Anonymous.SendAsync(Preflight(method, Friend, "content-type,x-grpc-web,x-user-agent"));
        using var friend = await app.Anonymous.SendAsync(Call(method, Friend));
        using var stranger = await app.Anonymous.SendAsync(Call(method, Stranger));

        Assert.Contains("x-user-agent", Assert.Single(Told(preflight.Headers, "Access-Control-Allow-Headers")).Split(','));
        Assert.Equal([Friend, "X-Own,grpc-status,grpc-message,grpc-status-details-bin"],
            Told(friend.Headers, "Access-Control-Allow-Origin", "Access-Control-Expose-Headers"));
        Assert.DoesNotContain("Access-Control-Allow-Credentials", friend.Headers.Select(header => header.Key));
        Assert.Equal(["7"], Told(stranger.Headers, "grpc-status"));
        Assert.DoesNotContain(stranger.Headers, IsCors);
    }

    [Fact]
    public async Task A_wildcard_comes_without_credentials()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite,
            new Dictionary<string, string> { ["CORS_ENABLED"] = "true", ["CORS_ORIGIN"] = "*", ["CORS_CREDENTIALS"] = "true" });
        await using var app = await TestApp.OnAsync(server);

        using var reply = await app.Admin.SendAsync(From(Friend, HttpMethod.Get, "/users/me"));

        Assert.Equal(["*"], Told(reply.Headers, "Access-Control-Allow-Origin"));
        Assert.DoesNotContain("Access-Control-Allow-Credentials", reply.Headers.Select(header => header.Key));
    }

    private static HttpRequestMessage From(string origin, HttpMethod method, string path) => new(method, path) { Headers = { { "Origin", origin } } };

    private static HttpRequestMessage Preflight(string path, string origin, string headers = "authorization")
    {
        var request = From(origin, HttpMethod.Options, path);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", headers);
        return request;
    }

    private static HttpRequestMessage Call(string method, string origin)
    {
        var request = From(origin, HttpMethod.Post, method);
        request.Content = new ByteArrayContent(new byte[5]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        return request;
    }

    private static string[] Told(HttpResponseHeaders headers, params string[] names) =>
        [.. names.Select(name => headers.TryGetValues(name, out var values) ? string.Join(", ", values) : $"no {name}")];

    private static bool IsCors(KeyValuePair<string, IEnumerable<string>> header) =>
        header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase);
}
