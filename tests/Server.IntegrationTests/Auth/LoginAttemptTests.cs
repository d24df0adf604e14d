using System.Net;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class LoginAttemptTests
{
    [Theory, EachDatabase]
    public async Task Too_many_failures_suspend_a_user_but_never_lock_out_the_last_administrator(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["LOGIN_STALL_TIME"] = "10ms" });
        await using var app = await TestApp.OnAsync(server);
        await (await app.Admin.PatchAsync("/settings", new { auth_login_attempts = 3 })).DataAsync();
        var account = await Account.CreateAsync(app);
        var tokens = (await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password })).Tokens;

        for (var i = 0; i < 2; i++) await (await account.LoginAsync(app, "wrong")).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        await (await account.LoginAsync(app)).DataAsync();
        // As many at once count as many one after the other.
        var guesses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => account.LoginAsync(app, "wrong")));

        Assert.All(guesses, guess => Assert.Equal(HttpStatusCode.Unauthorized, guess.StatusCode));
        await (await app.Admin.GetAsync($"/users/{account.Id}?fields=status")).ShouldBeDataAsync("""{"status":"suspended"}""");
        await app.Anonymous.Auth.LoginAsync(new() { Email = account.Email, Password = account.Password })
            .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        await app.Client(tokens.AccessToken).Users.GetCurrentUserAsync(new()).ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        await (await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = tokens.RefreshToken, mode = "json" }))
            .ShouldBeErrorAsync(401, "USER_SUSPENDED");
        await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = tokens.RefreshToken })
            .ShouldFailAsync(StatusCode.Unauthenticated, "USER_SUSPENDED");

        for (var i = 0; i < 3; i++) await app.Anonymous.PostAsync("/auth/login", new { email = TestServer.AdminEmail, password = "wrong" });
        await (await app.Admin.GetAsync($"/users?filter[email][_eq]={TestServer.AdminEmail}&fields=status")).ShouldBeDataAsync("""[{"status":"active"}]""");
        await (await app.Anonymous.PostAsync("/auth/login", new { email = TestServer.AdminEmail, password = TestServer.AdminPassword }))
            .ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }

    // GHSA-mvv8-v4jj-g47j
    [Theory, EachDatabase]
    public async Task No_secret_of_an_account_comes_into_revisions(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database,
            new Dictionary<string, string> { ["LOGIN_STALL_TIME"] = "10ms", ["ADMIN_TOKEN"] = "token-of-the-admin" });
        await using var app = await TestApp.OnAsync(server);
        await (await app.Admin.PatchAsync("/settings", new { auth_login_attempts = 2 })).DataAsync();
        var account = await Account.CreateAsync(app,
            new { token = "static-token-of-the-account", auth_data = new { refreshToken = "provider-secret" } });
        var user = app.Client((await (await account.LoginAsync(app)).DataAsync())!["access_token"]!.ToString());
        await user.PostAsync("/users/me/tfa/generate", new { password = account.Password });
        for (var i = 0; i < 2; i++) await account.LoginAsync(app, "wrong");
        await (await app.Admin.GetAsync($"/users/{account.Id}?fields=status")).ShouldBeDataAsync("""{"status":"suspended"}""");

        var told = await (await app.Admin.GetAsync("/revisions?fields=data,delta&limit=-1")).Content.ReadAsStringAsync();

        Assert.Contains("suspended", told);
        foreach (var secret in new[] { account.Password, "static-token-of-the-account", "provider-secret", "$argon2id$" })
            Assert.DoesNotContain(secret, told);
    }

    // GHSA-jgf4-vwc3-r46v
    [Theory, EachDatabase]
    public async Task A_refused_login_tells_nothing_of_the_account(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var known = await Account.CreateAsync(app);
        var suspended = await Account.CreateAsync(app, new { status = "suspended" });
        var other = await Account.CreateAsync(app, new { provider = "github", external_identifier = TestApp.Mark() });

        var bodies = new HashSet<string>();
        foreach (var (email, password) in new[] { (known.Email, "wrong"), (suspended.Email, suspended.Password), (other.Email, other.Password),
            ("nobody@example.com", "x") })
        {
            var reply = await app.Anonymous.PostAsync("/auth/login", new { email, password });
            Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
            bodies.Add(await reply.Content.ReadAsStringAsync());
            await app.Anonymous.Auth.LoginAsync(new() { Email = email, Password = password })
                .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
        }

        Assert.Single(bodies);
    }
}
