using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Moving;

/// <summary>FALLBACK_URL: what there is no route for is answered by the server that this one takes the place of.</summary>
public sealed class FallbackTests(FallbackWorld world) : IClassFixture<FallbackWorld>
{
    private const string Mark = "X-Directus-Grpc-Fallback";

    [Fact]
    public async Task A_route_that_is_not_here_is_asked_of_the_old_server_as_it_came()
    {
        using var http = Http();
        var request = new HttpRequestMessage(HttpMethod.Put, "/ext/echo?access_token=of-query&a=%2F%20b") { Content = new StringContent("12345") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "of-an-extension");
        request.Headers.Add("Cookie", "directus_session_token=of-the-cookie; other=1");
        using var reply = await http.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, "5 bytes"), (reply.StatusCode, await reply.Content.ReadAsStringAsync()));
        Assert.Equal("1", Assert.Single(reply.Headers.GetValues(Mark)));
        Assert.Equal("the old one", Assert.Single(reply.Headers.GetValues("X-Powered-By")));
        Assert.Contains("PUT /ext/echo?access_token=of-query&a=%2F%20b", world.Old.Asked);
        Assert.Equal("Basic of-an-extension", world.Old.Headers["Authorization"]);
        Assert.Equal("directus_session_token=of-the-cookie; other=1", world.Old.Headers["Cookie"]);
        // Which sites may call is for this server to say.
        Assert.False(reply.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task What_a_route_here_refuses_stays_refused()
    {
        var notes = await world.App.CreateCollectionAsync("title");
        var asked = world.Old.Asked.Count;

        foreach (var path in new[] { $"/items/{notes}", "/items/nothing", $"/users/{Guid.NewGuid()}", "/assets/nothing", "/fields/nothing" })
            await (await world.App.Anonymous.GetAsync(path)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await world.App.Client("no-token").GetAsync($"/items/{notes}")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");

        Assert.Equal(asked, world.Old.Asked.Count);
    }

    [Fact]
    public async Task Answers_of_the_old_server_are_passed_on_whatever_they_say()
    {
        using var http = Http();
        using var refused = await http.GetAsync("/ext/refuse");
        using var unknown = await http.GetAsync("/nowhere/at/all");
        using var moved = await http.GetAsync("/ext/move");
        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/ext/echo"));
        using var method = await http.PutAsync("/server/ping", null);

        Assert.Equal((418, "refused by the old one"), ((int)refused.StatusCode, await refused.Content.ReadAsStringAsync()));
        Assert.Equal((404, "the old one has no such route"), ((int)unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
        // A redirect is for the caller to follow.
        Assert.Equal((302, "/ext/echo"), ((int)moved.StatusCode, moved.Headers.Location!.ToString()));
        Assert.Contains("HEAD /ext/echo", world.Old.Asked);
        Assert.Equal(200, (int)head.StatusCode);
        // A path with a method that is not here is no route of ours either.
        Assert.Equal("the old one has no such route", await method.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_old_server_learns_who_calls_and_no_claim_of_theirs()
    {
        using var http = new HttpClient(CallFrom.Address("127.0.0.9")) { BaseAddress = world.Server.Url };
        foreach (var name in new[] { "X-Forwarded-For", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "True-Client-IP" })
            http.DefaultRequestHeaders.Add(name, "6.6.6.6");
        http.DefaultRequestHeaders.Add("Forwarded", "for=6.6.6.6");
        http.DefaultRequestHeaders.Connection.Add("X-Mine");
        http.DefaultRequestHeaders.Add("X-Mine", "for this hop");
        await http.GetAsync("/ext/echo");
        var seen = world.Old.Headers;

        Assert.Equal(("127.0.0.9", "http", world.Server.Url.Authority),
            (seen["X-Forwarded-For"], seen["X-Forwarded-Proto"], seen["X-Forwarded-Host"]));
        Assert.Equal(world.Old.Url.Authority, seen["Host"]);
        Assert.DoesNotContain(seen, header => header.Value.Contains("6.6.6.6", StringComparison.Ordinal));

        // Behind a proxy that is trusted it is the caller of the proxy.
        using var proxied = Http();
        proxied.DefaultRequestHeaders.Add("X-Forwarded-For", "6.6.6.6, 7.7.7.7");
        await proxied.GetAsync("/ext/echo");
        Assert.Equal("7.7.7.7", world.Old.Headers["X-Forwarded-For"]);
    }

    [Fact]
    public async Task Cookies_of_logins_are_kept_as_well_as_those_made_here()
    {
        using var http = Http();
        using var reply = await http.GetAsync("/ext/login");

        var cookies = reply.Headers.GetValues("Set-Cookie").ToArray();
        Assert.Equal("directus_session_token=abc; path=/; secure; samesite=strict; httponly", cookies[0], ignoreCase: true);
        Assert.Equal("theme=dark; Path=/", cookies[1]);
    }

    [Fact]
    public async Task Bodies_of_any_size_go_up_and_answers_come_as_they_are_written()
    {
        using var http = Http();
        using var upload = await http.PostAsync("/ext/echo", new ByteArrayContent(new byte[40_000_000]));
        Assert.Equal("40000000 bytes", await upload.Content.ReadAsStringAsync());

        using var streamed = await http.GetAsync("/ext/stream", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await streamed.Content.ReadAsStreamAsync();
        var first = new byte[5];
        await body.ReadExactlyAsync(first);
        Assert.Equal("first", Encoding.ASCII.GetString(first));
        world.Old.More.SetResult();
        using var rest = new StreamReader(body);
        Assert.Equal(" second", await rest.ReadToEndAsync());
    }

    [Fact]
    public async Task Sockets_pass()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(world.Server.Url) { Scheme = "ws", Path = "/ext/socket" }.Uri, default);
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, default);
        var answer = new byte[16];
        var message = await socket.ReceiveAsync(answer, default);
        Assert.Equal("hello", Encoding.UTF8.GetString(answer, 0, message.Count));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
    }

    [Fact]
    public async Task Who_comes_from_another_server_or_by_gRPC_is_not_passed_on()
    {
        using var http = Http();
        http.DefaultRequestHeaders.Add("X-Directus-Grpc-Hop", "1");
        await (await http.GetAsync("/ext/echo?loop")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        Assert.DoesNotContain("GET /ext/echo?loop", world.Old.Asked);
        await world.Server.Log.HasAsync("FALLBACK_URL leads back to this server");

        using var plain = new HttpClient { BaseAddress = world.Server.GrpcUrl };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ext/echo?grpc")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        Assert.Equal(HttpStatusCode.NotFound, (await plain.SendAsync(request)).StatusCode);
        var method = new Method<string, string>(MethodType.Unary, "nowhere", "echo", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        var refusal = await Assert.ThrowsAsync<RpcException>(() =>
            world.App.Admin.Rpc.AsyncUnaryCall(method, null, default, "x").ResponseAsync);
        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
        Assert.DoesNotContain(world.Old.Asked, asked => asked.EndsWith("?grpc", StringComparison.Ordinal) || asked == "POST /nowhere/echo");
    }

    [Fact]
    public async Task Metrics_count_by_routes_that_the_old_server_knows()
    {
        using var http = Http();
        await http.GetAsync("/ext/refuse");
        for (var i = 0; i < 3; i++) await http.GetAsync($"/made-up-{i}");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Metrics {FallbackWorld.MetricsToken}");
        var text = await http.GetStringAsync("/metrics");

        Assert.Contains("""directus_fallback_calls{route="/ext/*",result="answered"}""", text, StringComparison.Ordinal);
        Assert.Contains("""directus_fallback_calls{route="other",result="answered"}""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("made-up", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_server_that_is_away_is_told_as_unavailable()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>
        {
            ["FALLBACK_URL"] = $"http://127.0.0.1:{FreePort.Next()}",
        });
        using var http = new HttpClient { BaseAddress = server.Url };

        using var reply = await http.GetAsync("/ext/echo?access_token=secret-token");
        Assert.True(reply.Headers.Contains(Mark));
        await reply.ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
        await (await http.PostAsync("/ext/echo", new StringContent("body"))).ShouldBeErrorAsync(503, "SERVICE_UNAVAILABLE");
        await server.Log.HasAsync("The server of FALLBACK_URL did not answer");
        Assert.DoesNotContain("secret-token", server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log.Errors(), _ => true);
    }

    private HttpClient Http() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = world.Server.Url };
}
