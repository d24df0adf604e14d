using System.Diagnostics;
using System.Net;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Auth;

public sealed class PasswordResetTests
{
    [Theory, EachDatabase]
    public async Task A_mailed_link_sets_the_password_once_however_many_try_at_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        await app.Anonymous.Auth.RequestPasswordResetAsync(new() { Email = account.Email.ToUpperInvariant() });
        var token = await Account.TokenOfMailAsync(app.Mail, account.Email);

        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(i =>
            app.Anonymous.PostAsync("/auth/password/reset", new { token, password = $"new-{i}" })));

        var winner = Assert.Single(Enumerable.Range(0, 3), i => replies[i].StatusCode == HttpStatusCode.NoContent);
        foreach (var reply in replies.Where((_, i) => i != winner)) await reply.ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await account.LoginAsync(app, $"new-{winner}")).DataAsync();
        await (await account.LoginAsync(app)).ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
        await app.Anonymous.Auth.ResetPasswordAsync(new() { Token = token, Password = "again" })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    // GHSA-qw9g-7549-7wg5, GHSA-8xp8-xrh2-88vr
    [Theory, EachDatabase]
    public async Task Mail_goes_to_the_stored_address_only_whatever_was_typed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var mark = TestApp.Mark();
        var stored = $"julian-{mark}@example.com";
        await app.CreateAsync("/users", new { email = stored, password = "x" });
        string[] typed = [$"jülian-{mark}@example.com", $"julian-{mark}@examp\u217ee.com", $"julian-{mark}@example.com.",
            $"julian-{mark}@ex\u0430mple.com", $" {stored}", $"{stored},evil@example.org"];

        await Task.WhenAll(typed.Select(async address =>
            await (await app.Anonymous.PostAsync("/auth/password/request", new { email = address })).ShouldBeNoContentAsync()));
        await app.Anonymous.Auth.RequestPasswordResetAsync(new() { Email = stored.ToUpperInvariant() });
        await Account.TokenOfMailAsync(app.Mail, stored);

        Assert.Equal([stored], app.Mail.Receivers.Where(receiver => receiver.Contains(mark, StringComparison.OrdinalIgnoreCase)));
    }

    // Invariant F
    [Theory, EachDatabase]
    public async Task Links_lead_to_listed_pages_only(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        string[] pages =
        [
            "https://evil.example/page", "//127.0.0.1/page", "/\\127.0.0.1/page", "http:\\\\127.0.0.1\\page", "http://127.0.0.1/page/more",
                "http://127.0.0.1/Page",
            "http://127.0.0.1/page@evil.example", "http://127.0.0.1@evil.example/page", "http://evil.example@127.0.0.1/page",
                "http://127.0.0.1:8080/page",
            "https://127.0.0.1/page", "http://127.0.0.1.evil.example/page", "http://evil.example#127.0.0.1/page",
                "http://127.0.0.1%00.evil.example/page",
            "javascript:alert(1)", "data:text/html,x", "/%09/evil.example", "http://127.0.0.1/page\n", "http:127.0.0.1/page",
                "http://127.0.0.1/page/../evil", "",
        ];

        await Task.WhenAll(pages.Select(async page =>
        {
            await (await app.Anonymous.PostAsync("/auth/password/request", new { email = account.Email, reset_url = page }))
                .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
            await app.Anonymous.Auth.RequestPasswordResetAsync(new() { Email = account.Email, ResetUrl = page })
                .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_PAYLOAD");
        }));

        Assert.DoesNotContain(account.Email, app.Mail.Receivers);
    }

    // GHSA-4hmq-ggrm-qfc6
    [Theory, EachDatabase]
    public async Task What_a_link_adds_to_a_listed_page_is_encoded(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);

        var page = $"{SharedServers.ListedPage}?a=\"><b>bold</b>&c={{{{projectName}}}}";
        await (await app.Anonymous.PostAsync("/auth/password/request", new { email = account.Email, reset_url = page })).ShouldBeNoContentAsync();

        var text = await app.Mail.FindAsync(account.Email);
        Assert.DoesNotContain("<b>", text);
        Assert.Contains("?a=%22%3E%3Cb%3Ebold%3C/b%3E&amp;c=%7B%7BprojectName%7D%7D&amp;token=", text);
    }

    // GHSA-jr94-gj3h-c8rf
    [Theory, EachDatabase]
    public async Task Known_and_unknown_addresses_take_the_same_time_with_a_good_page_and_a_bad_one(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);

        async Task<double> TimeAsync(string email, string page)
        {
            var clock = Stopwatch.StartNew();
            await app.Anonymous.PostAsync("/auth/password/request", new { email, reset_url = page });
            return clock.Elapsed.TotalMilliseconds;
        }

        // Asked for side by side, so that a busy machine keeps both waiting; what tells them apart would do so in every round.
        async Task<bool> TakeTheSameTimeAsync(string page)
        {
            var asked = Enumerable.Range(0, 9)
                .Select(i => (Known: TimeAsync(account.Email, page), Unknown: TimeAsync($"nobody-{i}@example.com", page))).ToList();
            var (known, unknown) = (await Task.WhenAll(asked.Select(pair => pair.Known)), await Task.WhenAll(asked.Select(pair => pair.Unknown)));
            Assert.All(known.Concat(unknown), time => Assert.True(time > 295, $"{time} ms"));
            return Math.Abs(known.Order().ElementAt(4) - unknown.Order().ElementAt(4)) < 250;
        }

        foreach (var page in new[] { SharedServers.ListedPage, "http://evil.example/" })
            await Eventually.TrueAsync(() => TakeTheSameTimeAsync(page), $"known and unknown addresses take the same time with {page}");
    }
}
