using System.Text.RegularExpressions;
using Directus.Grpc.Server.IntegrationTests.Auth;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>What those learn who have no account, or only a link.</summary>
public sealed partial class StrangerTests
{
    /// <summary>GHSA-5mhg-wv8w-p59j (CVE-2024-27296): knowing the version is knowing what it is vulnerable to.</summary>
    [Theory, EachDatabase]
    public async Task Nobody_is_told_the_version(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var info = await (await app.Admin.GetAsync("/server/info")).DataAsync();
        var versions = new[] { (string)info!["version"]!, ((string)info["product"]!["version"]!).Split('-')[0] };

        string[] paths =
        [
            "/", "/server/ping", "/server/info", "/server/health", "/auth", "/items/x", "/users/me", "/schema/snapshot",
                $"/admin/shared/{Guid.NewGuid()}",
            "/admin/shared.js",
        ];
        foreach (var path in paths)
        {
            var reply = await app.Anonymous.GetAsync(path);
            var told = $"{reply.Headers}{reply.Content.Headers}{await reply.Content.ReadAsStringAsync()}";
            foreach (var version in versions) Assert.False(told.Contains(version, StringComparison.Ordinal), $"{path} tells {version}: {told}");
        }

        Assert.DoesNotContain(versions, $"{await app.Anonymous.Server.GetInfoAsync(new())}".Contains);
    }

    /// <summary>GHSA-2ccr-g2rv-h677 (CVE-2024-28238): addresses end up in histories and logs. What a mailed link holds opens one
    /// thing, once; it is no token of a session.</summary>
    [Theory, EachDatabase]
    public async Task No_link_holds_a_token_of_a_session(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{things}", new { title = "a" });
        var share = await app.CreateAsync("/shares", new { collection = things, item = "1", role = await app.CreateRoleAsync(May.Read(things)) });
        var receiver = $"receiver-{TestApp.Mark()}@example.com";
        await (await app.Admin.PostAsync("/shares/invite", new { share, emails = new[] { receiver } })).ShouldBeNoContentAsync();
        await (await app.Anonymous.PostAsync("/auth/password/request", new { email = account.Email })).ShouldBeNoContentAsync();

        var mails = $"{await app.Mail.FindAsync(receiver)}{await app.Mail.FindAsync(account.Email)}";
        var page = await app.Anonymous.GetAsync($"/admin/shared/{share}");

        Assert.Contains($"admin/shared/{share}", mails);
        Assert.DoesNotContain("access_token", mails + await page.Content.ReadAsStringAsync());
        Assert.Equal("no-referrer", Assert.Single(page.Headers.GetValues("Referrer-Policy")));
        foreach (Match link in Token().Matches(mails))
            await (await app.Client(link.Groups["token"].Value).GetAsync("/users/me")).ShouldBeErrorAsync(403, "INVALID_TOKEN");
        Assert.Matches(Token(), mails);
    }

    [GeneratedRegex("token=(?<token>[A-Za-z0-9._-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
