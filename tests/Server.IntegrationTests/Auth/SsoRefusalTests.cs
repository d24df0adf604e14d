using System.Net;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>Answers that no provider gave, or not to this browser, or not now.</summary>
public sealed class SsoRefusalTests
{
    [Theory, EachDatabase]
    public async Task An_id_token_has_to_be_right_in_every_part(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        Fault[] faults =
        [
            Fault.OtherNonce, Fault.NoNonce, Fault.OtherAudience, Fault.OtherIssuer, Fault.Expired, Fault.FutureToken, Fault.OtherKey,
            Fault.ClientSecretAsKey, Fault.NoSignature, Fault.OtherAccessToken, Fault.OtherSubjectInProfile, Fault.NoIdToken,
            Fault.AccessDenied, Fault.OtherIssuerInAnswer,
        ];

        foreach (var fault in faults)
        {
            var browser = sso.Browser();
            var reply = await browser.LogInAsync("corp", ada with { Fault = fault }, SsoServers.Page);

            Assert.Equal((fault, $"{SsoServers.Page}?reason=INVALID_TOKEN"), (fault, reply.Headers.Location?.OriginalString));
            SsoLoginTests.ShouldBeKeptByNobody(reply);
            Assert.Empty(browser.Cookies);
        }

        Assert.Equal(SsoServers.Page, (await sso.Browser().LogInAsync("corp", ada, SsoServers.Page)).Headers.Location?.OriginalString);
    }

    [Theory, EachDatabase]
    public async Task A_provider_that_fails_is_told_of(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);

        var reply = await sso.Browser().LogInAsync("corp", Persona.New() with { Fault = Fault.BrokenTokenEndpoint }, SsoServers.Page);

        SsoLoginTests.ShouldSendBack(reply, "SERVICE_UNAVAILABLE");
    }

    [Theory, EachDatabase]
    public async Task The_state_has_to_be_that_of_the_attempt(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);

        foreach (var change in (Func<string, string>[])[path =>
            path + "x", path => path.Split("&state=")[0], path => path.Split("&state=")[0] + "&state="])
        {
            var browser = sso.Browser();
            SsoLoginTests.ShouldSendBack(await browser.GetAsync(change(await browser.ComeBackAsync("corp", ada, SsoServers.Page))),
                "INVALID_CREDENTIALS");
            Assert.Empty(browser.Cookies);
        }

        var twice = sso.Browser();
        await (await twice.GetAsync(await twice.ComeBackAsync("corp", ada, SsoServers.Page) + "&state=x")).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
    }

    // A link to an answer of the attacker's own login must log nobody else in.
    [Theory, EachDatabase]
    public async Task Only_the_browser_that_left_may_come_back(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        var answer = await sso.Browser().ComeBackAsync("corp", ada, SsoServers.Page);

        await (await sso.Browser().GetAsync(answer)).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");

        var other = sso.Browser();
        await other.BeginAsync("corp", SsoServers.Page);
        SsoLoginTests.ShouldSendBack(await other.GetAsync(answer), "INVALID_CREDENTIALS");
        Assert.Empty(other.Cookies);
    }

    [Theory, EachDatabase]
    public async Task An_answer_counts_once(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        var browser = sso.Browser();
        var answer = await browser.ComeBackAsync("corp", ada, SsoServers.Page);
        var kept = browser.Cookies.Single().ToString();

        Assert.Equal(SsoServers.Page, (await browser.GetAsync(answer)).Headers.Location?.OriginalString);
        var again = new HttpRequestMessage(HttpMethod.Get, answer) { Headers = { { "cookie", kept } } };

        SsoLoginTests.ShouldSendBack(await sso.App.Anonymous.SendAsync(again), "INVALID_CREDENTIALS");
    }

    [Theory, EachDatabase]
    public async Task An_attempt_is_sealed_and_holds_for_its_provider_only(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        var browser = sso.Browser();
        var answer = await browser.ComeBackAsync("corp", ada, SsoServers.Page);
        var cookie = browser.Cookies.Single();
        string[] kept =
        [
            $"directus_login_open={cookie.Value}", $"directus_login_corp={cookie.Value[..^3]}AAA",
            "directus_login_corp=eyJhbGciOiJub25lIn0.eyJhdHRlbXB0Ijp7fX0.", "directus_login_corp=", $"directus_login_corp={sso.App.Admin.Token}",
        ];

        foreach (var other in kept)
        {
            var path = other.StartsWith("directus_login_open", StringComparison.Ordinal)
                ? answer.Replace("/corp/", "/open/", StringComparison.Ordinal)
                : answer;
            var reply = await sso.App.Anonymous.SendAsync(new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "cookie", other } } });
            await reply.ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        }

        Assert.Equal((true, "/auth/login/corp"), (cookie.HttpOnly, cookie.Path));
        Assert.DoesNotContain("app.example.com", cookie.Value, StringComparison.Ordinal);
        var asToken = await sso.App.Client(cookie.Value).GetAsync("/users/me");
        Assert.NotEqual(HttpStatusCode.OK, asToken.StatusCode);
    }

    [Theory, EachDatabase]
    public async Task A_login_leads_to_allowed_pages_only(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        string[] evil =
        [
            "https://evil.example.com", "//evil.example.com", "/\\evil.example.com", "\\\\evil.example.com", "/%5Cevil.example.com",
                "https:evil.example.com",
            "https://ok.example.com@evil.example.com/app", "https://ok.example.com.evil.example.com/app",
                "https://evil.example.com#ok.example.com/app",
            "https://evil.example.com/https://ok.example.com/app", "https://ok.example.com%00.evil.example.com/app", "javascript:alert(1)",
                "data:text/html,x",
            "/%09/evil.example.com", "/\t/evil.example.com", "/\n/evil.example.com", "https://ok.example.com/app/other",
                "https://ok.example.com/apple",
            "https://ok.example.com/APP", "http://ok.example.com/app", "https://ok.example.com:8443/app",
                "https://ok.example.com\\@evil.example.com/app",
            "https://ok.example.com/app/../other", " https://ok.example.com/app", "https:///evil.example.com", "https:/evil.example.com", "",
                "/" + new string('a', 2_000),
            "/%2F%2Fevil.example.com\n", "https://ok.example.com/app#x", "done", "/%2Fevil.example.com",
        ];

        foreach (var redirect in evil)
        {
            var reply = await sso.App.Anonymous.GetAsync($"/auth/login/corp?redirect={Uri.EscapeDataString(redirect)}");

            await reply.ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
            Assert.Equal((redirect, null, false), (redirect, reply.Headers.Location, reply.Headers.Contains("set-cookie")));
            SsoLoginTests.ShouldBeKeptByNobody(reply);
        }
    }

    [Theory, EachDatabase]
    public async Task Pages_of_the_list_and_of_the_server_itself_are_allowed(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        var home = sso.App.Server.Url.GetLeftPart(UriPartial.Authority);
        (string Asked, string Expected)[] pages =
        [
            ("https://ok.example.com/app?tab=1", "https://ok.example.com/app?tab=1"), ("/admin/login?continue", $"{home}/admin/login?continue"),
            ($"{home}/admin", $"{home}/admin"), ("HTTPS://OK.example.com/app", "https://ok.example.com/app"),
        ];

        foreach (var (asked, expected) in pages)
            Assert.Equal(expected, (await sso.Browser().LogInAsync("corp", ada, asked)).Headers.Location?.OriginalString);
        var refused = await sso.Browser().LogInAsync("corp", Persona.New(), "https://ok.example.com/app?tab=1");
        Assert.Equal("https://ok.example.com/app?tab=1&reason=INVALID_CREDENTIALS", refused.Headers.Location?.OriginalString);
    }

    [Theory, EachDatabase]
    public async Task A_login_asks_for_a_code_with_proof_of_who_started_it(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);

        var page = await sso.Browser().BeginAsync("open", SsoServers.Page, "prompt=1");

        Assert.StartsWith($"{sso.Provider.Url}/authorize?", page.OriginalString, StringComparison.Ordinal);
        var query = page.Query.TrimStart('?').Split('&').Select(part => part.Split('='))
            .ToDictionary(part => part[0], part => Uri.UnescapeDataString(part[1].Replace('+', ' ')));
        Assert.Equal(("code", "S256", "openid profile email"), (query["response_type"], query["code_challenge_method"], query["scope"]));
        Assert.Equal(("consent", "en", $"{sso.App.Server.Url.OriginalString}/auth/login/open/callback"),
            (query["prompt"], query["ui_locales"], query["redirect_uri"]));
        Assert.All((string[])["state", "nonce", "code_challenge"], name => Assert.Equal(43, query[name].Length));
        Assert.DoesNotContain(IdentityProvider.ClientSecret, page.OriginalString, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_provider_that_is_not_set_up_has_no_route(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);

        await (await sso.App.Anonymous.GetAsync("/auth/login/other")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await (await sso.App.Anonymous.GetAsync("/auth/login/default/callback")).ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
        await (await sso.App.Anonymous.PostAsync("/auth/login/corp", new { email = "a@example.com", password = "x" }))
            .ShouldBeErrorAsync(404, "ROUTE_NOT_FOUND");
    }

    [Theory, EachDatabase]
    public async Task No_token_of_a_provider_is_kept_or_told(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        foreach (var fault in (Fault[])[Fault.None, Fault.None, Fault.OtherNonce, Fault.OtherKey])
            await sso.Browser().LogInAsync("open", ada with { Fault = fault, GivenName = $"{fault}" }, SsoServers.Page);

        var users = await sso.App.Server.Database.QueryAsync("select * from directus_users");
        var revisions = await sso.App.Server.Database.QueryAsync("select * from directus_revisions");
        var activity = await sso.App.Server.Database.QueryAsync("select * from directus_activity");
        var sessions = await sso.App.Server.Database.QueryAsync("select * from directus_sessions");
        var kept = string.Join('\n', users.Concat(revisions).Concat(activity).Concat(sessions).SelectMany(row => row)) + sso.App.Server.Log.Text;

        Assert.Contains(ada.Subject, kept, StringComparison.Ordinal);
        Assert.All(sso.Provider.Secrets.Append(IdentityProvider.ClientSecret),
            secret => Assert.False(kept.Contains(secret, StringComparison.Ordinal), "A secret was kept."));
    }

    // Directus keeps a provider's refresh token there.
    [Theory, EachDatabase]
    public async Task What_another_server_has_kept_is_not_told(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        var user = await sso.CreateUserAsync("corp", ada);
        await sso.App.Server.Database.QueryAsync($$"""update directus_users set auth_data = '{"refreshToken":"kept"}' where external_identifier = '{{ada.Subject}}'""");

        await sso.ShouldBeUsersAsync(ada, "auth_data", """[{"auth_data":"**********"}]""");
        await (await sso.App.Admin.GetAsync($"/users/{user}?fields=json(auth_data,refreshToken)")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await sso.App.Admin.PatchAsync($"/users/{user}", new { title = "Countess" })).DataAsync();
        var revisions = await sso.App.Admin.GetAsync($"/revisions?filter[item][_eq]={user}");
        Assert.DoesNotContain("kept", await revisions.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
