using System.Net;
using Directus.Grpc.Auth.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

/// <summary>Logins by another server, from the first redirect to the session.</summary>
public sealed class SsoLoginTests
{
    [Theory, EachDatabase]
    public async Task A_known_user_comes_back_with_a_session(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        var user = await sso.CreateUserAsync("corp", ada);
        var browser = sso.Browser();

        var reply = await browser.LogInAsync("corp", ada, SsoServers.Page);

        Assert.Equal((HttpStatusCode.Redirect, SsoServers.Page), (reply.StatusCode, reply.Headers.Location?.OriginalString));
        ShouldBeKeptByNobody(reply);
        var cookie = Assert.Single(browser.Cookies);
        Assert.Equal(("directus_session_token", true), (cookie.Name, cookie.HttpOnly));
        await (await browser.GetAsync("/users/me?fields=id")).ShouldBeDataAsync($$"""{"id":"{{user}}"}""");
    }

    [Theory, EachDatabase]
    public async Task The_session_is_renewed_and_ended_like_any_other(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        var browser = sso.Browser();
        await browser.LogInAsync("corp", ada, SsoServers.Page);

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/auth/refresh", new { mode = "session" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/users/me")).StatusCode);
        await (await browser.PostAsync("/auth/logout", new { mode = "session" })).ShouldBeNoContentAsync();

        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/users/me")).StatusCode);
    }

    [Theory, EachDatabase]
    public async Task Without_a_page_to_go_to_the_tokens_are_answered(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        var user = await sso.CreateUserAsync("corp", ada);
        var browser = sso.Browser();

        var reply = await browser.LogInAsync("corp", ada);

        ShouldBeKeptByNobody(reply);
        var tokens = (await reply.DataAsync())!;
        Assert.Equal(["access_token", "expires", "refresh_token"], tokens.AsObject().Select(part => part.Key).Order());
        await (await sso.App.Client((string)tokens["access_token"]!).GetAsync("/users/me?fields=id")).ShouldBeDataAsync($$"""{"id":"{{user}}"}""");
        var renewed = await sso.App.Anonymous.Auth.RefreshAsync(new RefreshRequest { RefreshToken = (string)tokens["refresh_token"]! });
        Assert.NotEmpty(renewed.Tokens.AccessToken);
    }

    [Theory, EachDatabase]
    public async Task Who_comes_first_gets_an_account_where_registration_is_allowed(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New() with { FamilyName = new string('x', 80) };

        var reply = await sso.Browser().LogInAsync("open", ada, SsoServers.Page);
        await sso.Browser().LogInAsync("open", ada with { GivenName = "Augusta" }, SsoServers.Page);

        Assert.Equal(SsoServers.Page, reply.Headers.Location?.OriginalString);
        await sso.ShouldBeUsersAsync(ada, "provider,external_identifier,first_name,last_name,role,status,auth_data,password", $$"""[{"provider":"open","external_identifier":"{{ada.Subject}}","first_name":"Augusta","last_name":"{{new string('x', 50)}}","role":"{{SsoServers.NewcomerRole}}","status":"active","auth_data":null,"password":null}]""");
    }

    [Theory, EachDatabase]
    public async Task Who_comes_several_times_at_once_gets_one_account(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sso.Browser().LogInAsync("team", ada, SsoServers.Page)));

        Assert.All(replies, reply => Assert.Equal(SsoServers.Page, reply.Headers.Location?.OriginalString));
        await sso.ShouldBeUsersAsync(ada, "external_identifier", $$"""[{"external_identifier":"{{ada.Subject}}"}]""");
    }

    [Theory, EachDatabase]
    public async Task Nobody_else_gets_an_account(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();

        ShouldSendBack(await sso.Browser().LogInAsync("corp", ada, SsoServers.Page), "INVALID_CREDENTIALS");
        await (await sso.Browser().LogInAsync("corp", ada)).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        ShouldSendBack(await sso.Browser().LogInAsync("open", ada with { Verified = false }, SsoServers.Page), "INVALID_CREDENTIALS");
        ShouldSendBack(await sso.Browser().LogInAsync("open", ada with { Email = null }, SsoServers.Page), "INVALID_CREDENTIALS");

        await sso.ShouldBeUsersAsync(ada, "id", "[]");
    }

    [Theory, EachDatabase]
    public async Task A_role_that_is_gone_is_a_fault_of_the_configuration(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();

        ShouldSendBack(await sso.Browser().LogInAsync("lost", ada, SsoServers.Page), "INVALID_PROVIDER_CONFIG");

        await sso.ShouldBeUsersAsync(ada, "id", "[]");
    }

    // Whoever opens an account with another's address must not find them in it later, nor the other way round.
    [Theory, EachDatabase]
    public async Task An_account_is_never_taken_over_by_its_mail_address(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var (ada, bob) = (Persona.New(), Persona.New());
        await sso.App.CreateAsync("/users", new { email = ada.Email, password = "her own password" });
        await sso.CreateUserAsync("corp", bob);

        ShouldSendBack(await sso.Browser().LogInAsync("open", ada, SsoServers.Page), "INVALID_PROVIDER");
        ShouldSendBack(await sso.Browser()
            .LogInAsync("open", ada with { Email = ada.Email!.ToUpperInvariant() }, SsoServers.Page), "INVALID_PROVIDER");
        ShouldSendBack(await sso.Browser().LogInAsync("hub", bob with { Email = "bob@elsewhere.example.com" }, SsoServers.Page), "INVALID_PROVIDER");

        await sso.ShouldBeUsersAsync(ada, "provider,external_identifier", """[{"provider":"default","external_identifier":null}]""");
        Assert.NotEmpty(await TestApp.LoginAsync(sso.App.Server, ada.Email!, "her own password"));
    }

    [Theory, EachDatabase]
    public async Task An_address_that_another_account_has_stays_with_it(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var (ada, bob) = (Persona.New(), Persona.New());
        await sso.CreateUserAsync("open", ada);
        await sso.CreateUserAsync("corp", bob);

        var reply = await sso.Browser().LogInAsync("open", ada with { Email = bob.Email }, SsoServers.Page);

        Assert.Equal(SsoServers.Page, reply.Headers.Location?.OriginalString);
        await sso.ShouldBeUsersAsync(ada, "external_identifier", $$"""[{"external_identifier":"{{ada.Subject}}"}]""");
    }

    [Theory, EachDatabase]
    public async Task Who_is_not_active_is_not_let_in(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        foreach (var status in (string[])["suspended", "archived", "invited"])
        {
            var ada = Persona.New();
            await sso.CreateUserAsync("open", ada, status);

            ShouldSendBack(await sso.Browser().LogInAsync("open", ada with { GivenName = "Other" }, SsoServers.Page), "INVALID_CREDENTIALS");

            await sso.ShouldBeUsersAsync(ada, "status,first_name", $$"""[{"status":"{{status}}","first_name":null}]""");
        }
    }

    [Theory, EachDatabase]
    public async Task Users_of_a_provider_have_no_password(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.App.CreateAsync("/users", new { provider = "corp", external_identifier = ada.Subject, email = ada.Email, password = "a password" });

        var theirs = await sso.App.Anonymous.PostAsync("/auth/login", new { email = ada.Email, password = "a password" });
        var nobodys = await sso.App.Anonymous.PostAsync("/auth/login", new { email = "nobody@example.com", password = "a password" });

        await theirs.ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        Assert.Equal(await nobodys.Content.ReadAsStringAsync(), await theirs.Content.ReadAsStringAsync());
    }

    [Theory, EachDatabase]
    public async Task Groups_give_roles_and_take_them(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();

        await sso.Browser().LogInAsync("team", ada with { Groups = ["readers", "writers"] }, SsoServers.Page);
        await sso.ShouldBeUsersAsync(ada, "role", $$"""[{"role":"{{SsoServers.WriterRole}}"}]""");

        await sso.Browser().LogInAsync("team", ada with { Groups = ["readers"] }, SsoServers.Page);
        await sso.ShouldBeUsersAsync(ada, "role", $$"""[{"role":"{{SsoServers.NewcomerRole}}"}]""");
    }

    [Theory, EachDatabase]
    public async Task OAuth_2_asks_for_the_profile(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        var browser = sso.Browser();

        var reply = await browser.LogInAsync("hub", ada, SsoServers.Page);

        Assert.Equal(SsoServers.Page, reply.Headers.Location?.OriginalString);
        Assert.Equal("directus_refresh_token", Assert.Single(browser.Cookies).Name);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/auth/refresh", new { mode = "cookie" })).StatusCode);
        await sso.ShouldBeUsersAsync(ada, "provider,external_identifier,role", $$"""[{"provider":"hub","external_identifier":"{{ada.Subject}}","role":null}]""");
    }

    [Theory, EachDatabase]
    public async Task A_provider_may_post_its_answer(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        await sso.CreateUserAsync("corp", ada);
        var browser = sso.Browser();
        var answer = new Uri(sso.App.Server.Url, await browser.ComeBackAsync("corp", ada, SsoServers.Page));

        var posted = await browser.PostFormAsync(answer.AbsolutePath,
            [.. answer.Query.TrimStart('?').Split('&').Select(part => part.Split('=')).Select(part => (part[0], part[1])), ("user", "{}")]);

        Assert.Equal((HttpStatusCode.SeeOther, answer), (posted.StatusCode, posted.Headers.Location));
        Assert.Equal(SsoServers.Page, (await browser.GetAsync(answer.PathAndQuery)).Headers.Location?.OriginalString);
    }

    [Theory, EachDatabase]
    public async Task A_second_factor_is_asked_for_all_the_same(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);
        var ada = Persona.New();
        var user = await sso.CreateUserAsync("corp", ada);
        await sso.App.Server.Database.QueryAsync($"update directus_users set tfa_secret = '{OneTimeCode.Secret}' where external_identifier = '{ada.Subject}'");

        ShouldSendBack(await sso.Browser().LogInAsync("corp", ada, SsoServers.Page), "INVALID_OTP");
        ShouldSendBack(await sso.Browser().LogInAsync("corp", ada, SsoServers.Page, "otp=000"), "INVALID_OTP");
        var browser = sso.Browser();
        var let = await browser.LogInAsync("corp", ada, SsoServers.Page, $"otp={OneTimeCode.Now()}");
        Assert.Equal(SsoServers.Page, let.Headers.Location?.OriginalString);
        await (await browser.GetAsync("/users/me?fields=id")).ShouldBeDataAsync($$"""{"id":"{{user}}"}""");
    }

    [Theory, EachDatabase]
    public async Task Everyone_may_see_the_providers(TestDatabase database)
    {
        await using var sso = await SsoServers.OnAsync(database);

        var all = await sso.App.Anonymous.GetAsync("/auth");
        var sessions = await sso.App.Anonymous.GetAsync("/auth?sessionOnly");
        var first = await sso.App.Anonymous.Auth.ListProvidersAsync(new ListProvidersRequest { PageSize = 3 });
        var rest = await sso.App.Anonymous.Auth.ListProvidersAsync(new ListProvidersRequest { PageToken = first.NextPageToken });

        const string openid = """
            {"name":"corp","driver":"openid","icon":"badge","label":"The Company"},
            {"name":"open","driver":"openid","icon":"account_circle","label":"open"},
            {"name":"team","driver":"openid","icon":"account_circle","label":"team"}
            """;
        await all.ShouldBeDataAsync($$"""[{{openid}},{"name":"hub","driver":"oauth2","icon":"account_circle","label":"hub"},{"name":"lost","driver":"openid","icon":"account_circle","label":"lost"}]""");
        await sessions.ShouldBeDataAsync($"[{openid}]");
        Assert.Equal(["corp", "open", "team"], first.Providers.Select(provider => provider.Name));
        Assert.Equal(new Provider { Name = "hub", Driver = "oauth2", Icon = "account_circle", Label = "hub" }, rest.Providers[0]);
        Assert.Equal("lost", Assert.Single(rest.Providers.Skip(1)).Name);
        Assert.Empty(rest.NextPageToken);
    }

    internal static void ShouldSendBack(HttpResponseMessage reply, string reason) =>
        Assert.Equal((HttpStatusCode.Redirect, $"{SsoServers.Page}?reason={reason}"), (reply.StatusCode, reply.Headers.Location?.OriginalString));

    internal static void ShouldBeKeptByNobody(HttpResponseMessage reply)
    {
        Assert.True(reply.Headers.CacheControl?.NoStore);
        Assert.Equal("same-origin", Assert.Single(reply.Headers.GetValues("Cross-Origin-Opener-Policy")));
    }
}
