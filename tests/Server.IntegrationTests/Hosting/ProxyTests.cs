using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Directus.Grpc.Auth.V1;
using Directus.Grpc.Server.IntegrationTests.Auth;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>Who calls, behind nginx and past it. nginx reaches the server from 127.0.0.1, callers come from elsewhere.</summary>
public sealed class ProxyTests
{
    private const string Caller = "127.0.0.5";
    private const string Claim = "6.6.6.6";

    [Theory, EachDatabase]
    public async Task Behind_a_proxy_each_face_knows_the_caller_and_believes_no_claim(TestDatabase database)
    {
        await using var world = await StartAsync(database, new() { ["IP_TRUST_PROXY"] = "127.0.0.1" });
        var account = await Account.CreateAsync(world.App);

        await LogInByEachFaceAsync(world.Proxy.Url, Nginx.Path, world.Proxy.GrpcUrl, account);

        Assert.Equal([Caller, Caller, Caller, Caller], await AddressesAsync(world.App, account));
    }

    [Fact]
    public async Task Past_the_proxy_a_caller_is_who_connects()
    {
        await using var world = await StartAsync(TestDatabase.Sqlite, new() { ["IP_TRUST_PROXY"] = "127.0.0.1", ["IP_CUSTOM_HEADER"] = "X-Real-IP" });
        var account = await Account.CreateAsync(world.App);

        await LogInByEachFaceAsync(world.App.Server.Url, "", world.App.Server.GrpcUrl, account);
        await LogInByEachFaceAsync(world.Proxy.Url, Nginx.Path, world.Proxy.GrpcUrl, account);

        Assert.All(await AddressesAsync(world.App, account), address => Assert.Equal(Caller, address));
    }

    [Theory, EachDatabase]
    public async Task Unless_told_no_proxy_is_believed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);

        await LogInByEachFaceAsync(app.Server.Url, "", app.Server.GrpcUrl, account);

        Assert.Equal([Caller, Caller, Caller, Caller], await AddressesAsync(app, account));
    }

    [Fact]
    public async Task A_policy_lets_in_by_the_address_of_the_caller()
    {
        await using var world = await StartAsync(TestDatabase.Sqlite, new() { ["IP_TRUST_PROXY"] = "1" });
        var notes = await world.App.CreateCollectionAsync("title");
        var policy = await world.App.CreateAsync("/policies", new { name = "from there", ip_access = Caller });
        await world.App.CreateAsync("/permissions", new { policy, collection = notes, action = "read", fields = new[] { "*" } });
        var token = TestApp.Mark();
        var user = await world.App.CreateAsync("/users", new { email = $"{token}@example.com", token });
        await world.App.CreateAsync("/access", new { user, policy });

        using var there = new HttpClient(CallFrom.Address(Caller));
        using var elsewhere = new HttpClient(CallFrom.Address("127.0.0.6"));
        var address = new Uri(world.Proxy.Url, $"{Nginx.Path}/items/{notes}?access_token={token}");

        await (await there.GetAsync(address)).DataAsync();
        elsewhere.DefaultRequestHeaders.Add("X-Forwarded-For", Caller);
        await (await elsewhere.GetAsync(address)).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Fact]
    public async Task Links_and_pages_work_below_a_path()
    {
        using var mail = new SmtpSink();
        await using var world = await StartAsync(TestDatabase.Sqlite, SharedServers.MailTo(mail));
        var notes = await world.App.CreateCollectionAsync("title");
        var item = await world.App.CreateAsync($"/items/{notes}", new { title = "shared" });
        var share = await world.App.CreateAsync("/shares", new { collection = notes, item, name = "A note" });
        var account = await Account.CreateAsync(world.App);
        using var http = new HttpClient();

        await (await world.App.Anonymous.PostAsync("/auth/password/request", new { email = account.Email })).ShouldBeNoContentAsync();
        var letter = await mail.FindAsync(account.Email);
        var page = new Uri(world.Proxy.Url, $"{Nginx.Path}/admin/shared/{share}");
        var text = await http.GetStringAsync(page);
        var script = await http.GetAsync(new Uri(page, "../shared.js"));
        var info = await http.GetAsync(new Uri(page, $"../../shares/info/{share}"));

        Assert.Contains($"{world.Proxy.Url.Authority}{Nginx.Path}/admin/reset-password?token=", letter!.Replace("=\r\n", "").Replace("=3D", "="));
        Assert.Contains("A note", text);
        Assert.True(script.IsSuccessStatusCode);
        await info.DataAsync();
    }

    private static async Task<World> StartAsync(TestDatabase database, Dictionary<string, string> settings)
    {
        Assert.SkipWhen(Nginx.Program is null, "There is no nginx; ./test installs it.");
        var port = FreePort.Next();
        settings["PUBLIC_URL"] = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}{Nginx.Path}";
        var server = await TestServer.StartAsync(database, settings);
        return new World(server, await TestApp.OnAsync(server), await Nginx.StartAsync(server, port));
    }

    // Each claims to be somebody else.
    private static async Task LogInByEachFaceAsync(Uri rest, string path, Uri grpc, Account account)
    {
        using var http = new HttpClient(CallFrom.Address(Caller));
        http.DefaultRequestHeaders.Add("X-Forwarded-For", Claim);
        http.DefaultRequestHeaders.Add("X-Real-IP", Claim);
        await (await http.PostAsJsonAsync(new Uri(rest, $"{path}/auth/login"), new { email = account.Email, password = account.Password }))
            .DataAsync();
        var query = $"mutation {{ auth_login(email: \"{account.Email}\", password: \"{account.Password}\") {{ access_token }} }}";
        var reply = await (await http.PostAsJsonAsync(new Uri(rest, $"{path}/graphql/system"), new { query })).DataAsync();
        Assert.NotNull(reply?["auth_login"]?["access_token"]);

        using var native = GrpcChannel.ForAddress(grpc, new GrpcChannelOptions { HttpHandler = CallFrom.Address(Caller) });
        await LogInAsync(native, account);
        using var web = GrpcChannel.ForAddress(rest, new GrpcChannelOptions
        {
            HttpVersion = HttpVersion.Version11,
            HttpHandler = new GrpcWebHandler(new BelowPath(path, CallFrom.Address(Caller)))
        });
        await LogInAsync(web, account);
    }

    private static async Task LogInAsync(GrpcChannel channel, Account account) => await new AuthService.AuthServiceClient(channel)
        .LoginAsync(new() { Email = account.Email, Password = account.Password },
            new Metadata { { "x-forwarded-for", Claim }, { "x-real-ip", Claim } });

    private static async Task<string[]> AddressesAsync(TestApp app, Account account)
    {
        var rows = await (await app.Admin.GetAsync($"/activity?filter[action]=login&filter[user]={account.Id}&fields=ip")).DataAsync();
        return [.. rows!.AsArray().Select(row => (string)row!["ip"]!)];
    }

    // A channel knows no path.
    private sealed class BelowPath(string path, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!, path + request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed record World(TestServer Server, TestApp App, Nginx Proxy) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Proxy.DisposeAsync();
            await App.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
