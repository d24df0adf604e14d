using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class SessionTests
{
    // Strapi CVE-2025-3930; GHSA-g65h-35f3-x2w3
    [Theory, EachDatabase]
    public async Task Logging_out_ends_every_token_of_the_session_and_of_no_other(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        var (first, second) = (await TokensAsync(account, app), await TokensAsync(account, app));
        var renewed = await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = first.Refresh });
        foreach (var token in new[] { first.Access, renewed.Tokens.AccessToken, second.Access })
            await (await app.Client(token).GetAsync("/users/me")).ShouldBeDataAsync($$"""{"id":"{{account.Id}}"}""");

        await app.Anonymous.Auth.LogoutAsync(new() { RefreshToken = renewed.Tokens.RefreshToken });

        foreach (var token in new[] { first.Access, renewed.Tokens.AccessToken })
        {
            await (await app.Client(token).GetAsync("/users/me")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
            await app.Client(token).Users.GetCurrentUserAsync(new()).ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        }

        await (await app.Client(second.Access).GetAsync("/users/me")).ShouldBeDataAsync($$"""{"id":"{{account.Id}}"}""");
    }

    [Theory, EachDatabase]
    public async Task An_access_token_from_before_a_refresh_works_for_a_moment_only(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            new Dictionary<string, string> { ["SESSION_REFRESH_GRACE_PERIOD"] = "6s", ["LOGIN_STALL_TIME"] = "10ms" });
        await using var app = await TestApp.OnAsync(server);
        var account = await Account.CreateAsync(app);
        var first = await TokensAsync(account, app);
        await RequireAnsweredAsync(first.Access);

        var second = await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = first.Refresh });
        await RequireAnsweredAsync(first.Access);
        await RequireAnsweredAsync(second.Tokens.AccessToken);
        await Task.Delay(TimeSpan.FromSeconds(7));
        await RequireRefusedAsync(first.Access);
        await RequireAnsweredAsync(second.Tokens.AccessToken);

        // At most one is let in beside the newest.
        var third = await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = second.Tokens.RefreshToken });
        await RequireRefusedAsync(first.Access);
        await RequireAnsweredAsync(third.Tokens.AccessToken);

        async Task RequireAnsweredAsync(string token)
        {
            await (await app.Client(token).GetAsync("/users/me?fields=id")).ShouldBeDataAsync($$"""{"id":"{{account.Id}}"}""");
            Assert.Equal(account.Id, (await app.Client(token).Users.GetCurrentUserAsync(new())).User.Fields["id"].StringValue);
        }

        async Task RequireRefusedAsync(string token)
        {
            await (await app.Client(token).GetAsync("/users/me")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
            await (await app.Client(token).PostAsync("/graphql/system", new { query = "{ users_me { id } }" }))
                .ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
            await app.Client(token).Users.GetCurrentUserAsync(new()).ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        }
    }

    [Theory, EachDatabase]
    public async Task A_renewed_refresh_token_is_spent(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tokens = await TokensAsync(await Account.CreateAsync(app), app);

        var replies = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = tokens.Refresh, mode = "json" })));

        Assert.Single(replies, reply => reply.IsSuccessStatusCode);
        await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = tokens.Refresh })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
    }

    [Theory, EachDatabase]
    public async Task Two_tabs_renew_one_cookie_at_once_and_only_for_a_moment(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            new Dictionary<string, string> { ["SESSION_REFRESH_GRACE_PERIOD"] = "6s", ["LOGIN_STALL_TIME"] = "10ms" });
        await using var app = await TestApp.OnAsync(server);
        var account = await Account.CreateAsync(app);
        var old = Cookie(await app.Anonymous.PostAsync("/auth/login", new { email = account.Email, password = account.Password, mode = "session" }));

        var tabs = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => CallAsync(app, HttpMethod.Post, "/auth/refresh", old, new { mode = "session" })));

        Assert.All(tabs, tab => Assert.True(tab.IsSuccessStatusCode));
        var next = Assert.Single(tabs.Select(tab => Session(Cookie(tab))).Distinct());
        Assert.NotEqual(Session(old), next);
        await (await CallAsync(app, HttpMethod.Get, "/users/me", old)).DataAsync();
        await Task.Delay(TimeSpan.FromSeconds(7));
        await (await CallAsync(app, HttpMethod.Post, "/auth/refresh", old, new { mode = "session" })).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        var refused = await CallAsync(app, HttpMethod.Get, "/users/me", old);
        await refused.ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        Assert.StartsWith("directus_session_token=;", Assert.Single(refused.Headers.GetValues("Set-Cookie")));
        await (await CallAsync(app, HttpMethod.Get, "/users/me", Cookie(tabs[0]))).DataAsync();

        await (await CallAsync(app, HttpMethod.Post, "/auth/logout", Cookie(tabs[0]), new { mode = "session" })).ShouldBeNoContentAsync();
        foreach (var tab in tabs)
            await (await CallAsync(app, HttpMethod.Get, "/users/me", Cookie(tab))).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }

    // GHSA-56p6-qw3c-fq2g
    [Theory, EachDatabase]
    public async Task Suspending_deleting_or_a_new_password_ends_what_is_open(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ways = new Func<string, Task<HttpResponseMessage>>[]
        {
            user => app.Admin.PatchAsync($"/users/{user}", new { status = "suspended" }),
            user => app.Admin.PatchAsync($"/users/{user}", new { password = "another" }),
            user => app.Admin.DeleteAsync($"/users/{user}"),
        };
        foreach (var end in ways)
        {
            var account = await Account.CreateAsync(app);
            var (tokens, cookie) = (await TokensAsync(account, app),
                Cookie(await app.Anonymous.PostAsync("/auth/login", new { email = account.Email, password = account.Password, mode = "session" })));
            await (await app.Client(tokens.Access).GetAsync("/users/me")).DataAsync();

            Assert.True((await end(account.Id)).IsSuccessStatusCode);

            await (await app.Client(tokens.Access).GetAsync("/users/me")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
            await app.Client(tokens.Access).Users.GetCurrentUserAsync(new()).ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
            await (await CallAsync(app, HttpMethod.Get, "/users/me", cookie)).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        }
    }

    [Theory, EachDatabase]
    public async Task Who_changes_the_own_password_stays_and_all_others_go(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        var policy = await app.CreateAsync("/policies", new
        {
            name = TestApp.Mark(),
            users = new[] { new { user = account.Id } },
            permissions = new[] { new { collection = "directus_users", action = "update", fields = new[] { "password" },
                permissions = new { id = new { _eq = "$CURRENT_USER" } } } },
        });
        Assert.NotEmpty(policy);
        var (own, other) = (await TokensAsync(account, app), await TokensAsync(account, app));

        Assert.True((await app.Client(own.Access).PatchAsync("/users/me", new { password = "new one" })).IsSuccessStatusCode);

        await (await app.Client(own.Access).GetAsync("/users/me")).DataAsync();
        await (await app.Client(other.Access).GetAsync("/users/me")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = other.Refresh })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = own.Refresh });
    }

    // GHSA-cff8-x7jv-4fm8, GHSA-8m32-p958-jg99
    [Theory, EachDatabase]
    public async Task Answers_that_may_hold_tokens_are_kept_by_nobody(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        HttpResponseMessage[] replies =
        [
            await account.LoginAsync(app), await account.LoginAsync(app, "wrong"), await app.Anonymous.PostAsync("/auth/refresh", new { }),
                await app.Anonymous.GetAsync("/auth"),
            await app.Anonymous.PostAsync("/auth/password/reset", new { token = "x", password = "y" }),
                await app.Anonymous.PostAsync("/shares/auth", new { share = "x" }),
        ];
        Assert.All(replies, reply => Assert.Equal("no-store", Assert.Single(reply.Headers.GetValues("Cache-Control"))));
        Assert.All(replies, reply => Assert.Equal("same-origin", Assert.Single(reply.Headers.GetValues("Cross-Origin-Opener-Policy"))));
    }

    private static async Task<(string Access, string Refresh)> TokensAsync(Account account, TestApp app)
    {
        var tokens = await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password });
        return (tokens.Tokens.AccessToken, tokens.Tokens.RefreshToken);
    }

    private static Task<HttpResponseMessage> CallAsync(TestApp app, HttpMethod method, string path, string cookie, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.Add("Cookie", cookie);
        return app.Anonymous.SendAsync(request);
    }

    private static string Cookie(HttpResponseMessage reply) => Assert.Single(reply.Headers.GetValues("Set-Cookie")).Split(';')[0];

    // Two access tokens of one session may differ in when they were made.
    private static string? Session(string cookie)
    {
        var payload = cookie.Split('=', 2)[1].Split('.')[1];
        return (string?)JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(payload))!["session"];
    }
}
