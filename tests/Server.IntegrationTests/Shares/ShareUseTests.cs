using System.Net;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Shares;

public sealed class ShareUseTests
{
    [Theory, EachDatabase]
    public async Task Of_many_at_once_no_more_are_let_in_than_the_share_allows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{articles}", new { title = "shared" });
        var share = await app.CreateAsync("/shares",
            new { collection = articles, item = "1", role = await app.CreateRoleAsync(May.Read(articles)), max_uses = 50 });

        var rest = Enumerable.Range(0, 100)
            .Select(async _ => (await app.Anonymous.PostAsync("/shares/auth", new { share })).StatusCode == HttpStatusCode.OK);
        var grpc = Enumerable.Range(0, 100).Select(async _ =>
        {
            try
            {
                await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share });
                return true;
            }
            catch (RpcException refusal) when (refusal.StatusCode == StatusCode.Unauthenticated)
            {
                return false;
            }
        });
        var admitted = await Task.WhenAll(rest.Concat(grpc));

        Assert.Equal(50, admitted.Count(one => one));
        await (await app.Admin.GetAsync($"/shares/{share}?fields=times_used")).ShouldBeDataAsync("""{"times_used":50}""");
    }

    [Theory, EachDatabase]
    public async Task The_session_of_a_share_that_is_over_is_no_session(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{articles}", new { title = "shared" });
        var role = await app.CreateRoleAsync(May.Read(articles));
        Func<string, Task<HttpResponseMessage>>[] ways =
        [
            share => app.Admin.DeleteAsync($"/shares/{share}"),
            share => app.Admin.PatchAsync($"/shares/{share}", new { date_end = "2020-01-01T00:00:00Z" }),
            share => app.Admin.PatchAsync($"/shares/{share}", new { max_uses = 0 }),
        ];

        foreach (var end in ways)
        {
            var share = await app.CreateAsync("/shares", new { collection = articles, item = "1", role });
            var tokens = (await app.Anonymous.Shares.AuthenticateShareAsync(new() { Share = share })).Tokens;
            var cookie = Assert.Single((await app.Anonymous.PostAsync("/shares/auth",
                new { share, mode = "session" })).Headers.GetValues("Set-Cookie")).Split(';')[0];

            Assert.True((await end(share)).IsSuccessStatusCode);

            await app.Anonymous.Auth.RefreshAsync(new() { RefreshToken = tokens.RefreshToken })
                .ShouldFailAsync(StatusCode.Unauthenticated, "INVALID_CREDENTIALS");
            var refresh = new HttpRequestMessage(HttpMethod.Post,
                "/auth/refresh")
            { Content = System.Net.Http.Json.JsonContent.Create(new { mode = "session" }) };
            refresh.Headers.Add("Cookie", cookie);
            var refused = await app.Anonymous.SendAsync(refresh);
            await refused.ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
            Assert.StartsWith("directus_session_token=;", Assert.Single(refused.Headers.GetValues("Set-Cookie")));
        }
    }

    // GHSA-7h45-q5jx-7r87, GHSA-pmf4-v838-29hg
    [Theory, EachDatabase]
    public async Task Nobody_moves_a_share_to_what_they_may_not_share(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (articles, closed) = (await app.CreateCollectionAsync("title"), await app.CreateCollectionAsync("title"));
        foreach (var collection in new[] { articles, articles, closed }) await app.CreateAsync($"/items/{collection}", new { title = "x" });
        var role = await app.CreateRoleAsync(May.Read(articles), May.Read(closed));
        var admins = (await (await app.Admin.GetAsync("/roles?filter[name][_eq]=Administrator&fields=id")).DataAsync())![0]!["id"]!.ToString();
        var user = await app.SignInAsync(May.Read(articles), May.Share(articles)
            .Where(new { id = new { _eq = 1 } }), May.Create("directus_shares"), May.Read("directus_shares"), May.Update("directus_shares"));
        await (await user.PostAsync("/shares", new { collection = articles, item = "1", role = admins })).ShouldBeErrorAsync(403, "FORBIDDEN");
        var share = (await (await user.PostAsync("/shares", new { collection = articles, item = "1", role })).DataAsync())!["id"]!.ToString();

        object[] moves = [new { user_created = Guid.NewGuid() }, new { role = admins }, new { item = "2" }, new { collection = closed },
            new { collection = closed, item = "1" }, new { times_used = 0, user_created = (string?)null }];
        foreach (var move in moves)
        {
            await (await user.PatchAsync($"/shares/{share}", move)).ShouldBeErrorAsync(403, "FORBIDDEN");
            await (await user.PatchAsync("/shares", new { keys = new[] { share }, data = move })).ShouldBeErrorAsync(403, "FORBIDDEN");
            await user.Items.UpdateItemAsync(new() { Collection = "directus_shares", Key = share, Data = Structs.Of(move) })
                .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        }

        await (await app.Admin.GetAsync($"/shares/{share}?fields=collection,item,role")).ShouldBeDataAsync($$"""{"collection":"{{articles}}","item":"1","role":"{{role}}"}""");
    }

    [Theory, EachDatabase]
    public async Task One_bad_address_and_nobody_gets_the_link(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{articles}", new { title = "shared" });
        var share = await app.CreateAsync("/shares",
            new { collection = articles, item = "1", name = "<b>", role = await app.CreateRoleAsync(May.Read(articles)) });
        var mark = TestApp.Mark();
        string[] bad = [$"first-{mark}@example.com", $"second-{mark}@example.com\r\nBcc: third-{mark}@example.com"];

        await (await app.Admin.PostAsync("/shares/invite", new { share, emails = bad })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await app.Admin.Shares.InviteToShareAsync(new() { Share = share, Emails = { bad } })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        await (await app.SignInAsync()).Shares.InviteToShareAsync(new() { Share = share, Emails = { bad[0] } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await app.Anonymous.Shares.InviteToShareAsync(new() { Share = share, Emails = { bad[0] } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.DoesNotContain(app.Mail.Receivers, receiver => receiver.Contains(mark, StringComparison.Ordinal));

        await app.Admin.Shares.InviteToShareAsync(new() { Share = share, Emails = { $"good-{mark}@example.com", $"GOOD-{mark}@example.com" } });
        var mail = await app.Mail.FindAsync($"good-{mark}@example.com");
        Assert.Contains($"{app.Server.Url}admin/shared/{share}", mail);
        Assert.Single(app.Mail.Receivers, receiver => receiver.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    // GHSA-2ccr-g2rv-h677
    [Theory, EachDatabase]
    public async Task The_page_of_a_share_runs_nothing_foreign_and_is_kept_by_nobody(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var articles = await app.CreateCollectionAsync("title");
        var share = await app.CreateAsync("/shares",
            new { collection = articles, item = "1", name = "\"><script>alert(1)</script>", date_end = "2020-01-01T00:00:00Z" });

        var page = await app.Anonymous.GetAsync($"/admin/shared/{share}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.StartsWith("default-src 'none'; script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal(("nosniff", "no-referrer", "no-store"),
            (Header(page, "X-Content-Type-Options"), Header(page, "Referrer-Policy"), Header(page, "Cache-Control")));
        Assert.DoesNotContain("<script>", html);
        Assert.DoesNotContain(articles, html); // it is over: what it was about is nobody's business
        Assert.Contains("This link has expired.", html);
        foreach (var unknown in new[] { Guid.NewGuid().ToString(), "nonsense", "..%2f..%2fetc" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.Anonymous.GetAsync($"/admin/shared/{unknown}")).StatusCode);
    }

    private static string Header(HttpResponseMessage reply, string name) => Assert.Single(reply.Headers.GetValues(name));
}
