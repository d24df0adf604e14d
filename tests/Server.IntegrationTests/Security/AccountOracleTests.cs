using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Nobody learns which accounts there are, nor in what state: all answers to those who cannot get in are one.</summary>
public sealed class AccountOracleTests
{
    private const string Password = "password-of-oracle";

    /// <summary>GHSA-jgf4-vwc3-r46v (CVE-2024-39896), CVE-2021-27583.</summary>
    [Theory, EachDatabase]
    public async Task Logins_fail_alike(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var addresses = await AddressesAsync(app);

        var answers = new HashSet<string>();
        foreach (var (email, password) in addresses.Select(email => (email, "wrong")).Concat(addresses[1..].Select(email => (email, Password))))
        {
            answers.Add(await AnswerAsync(await app.Anonymous.PostAsync("/auth/login", new { email, password })));
            Assert.Equal("INVALID_CREDENTIALS", await Rpcs.RefusalAsync(app.Anonymous, "AuthService/Login", new { email, password }));
        }

        Assert.Contains("INVALID_CREDENTIALS", Assert.Single(answers));
    }

    /// <summary>GHSA-jr94-gj3h-c8rf (CVE-2026-26185): what is wrong with the request is said before anything is looked up.</summary>
    [Theory, EachDatabase]
    public async Task Asking_for_a_new_password_tells_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (good, bad) = (new HashSet<string>(), new HashSet<string>());
        // An active user, nobody and a suspended one; what is refused takes its time.
        foreach (var email in (await AddressesAsync(app))[..3])
        {
            good.Add(await AnswerAsync(await app.Anonymous.PostAsync("/auth/password/request", new { email })));
            bad.Add(await AnswerAsync(await app.Anonymous.PostAsync("/auth/password/request", new { email, reset_url = "https://evil.example" })));
        }

        Assert.StartsWith("204", Assert.Single(good), StringComparison.Ordinal);
        Assert.StartsWith("400", Assert.Single(bad), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Tokens_that_are_worth_nothing_are_refused_alike(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var path in (string[])["/auth/refresh", "/auth/password/reset", "/users/invite/accept"])
        {
            var answers = new HashSet<string>();
            foreach (var token in (string[])["x", new string('a', 64), "a.b.c"])
                answers.Add(await AnswerAsync(await app.Anonymous.PostAsync(path,
                    new { token, refresh_token = token, password = Password, mode = "json" })));
            Assert.StartsWith("40", Assert.Single(answers), StringComparison.Ordinal);
        }
    }

    /// <summary>GHSA-mvv8-v4jj-g47j (CVE-2026-39943): no account of what was written holds what opens an account.</summary>
    [Theory, EachDatabase]
    public async Task Secrets_are_in_no_revision(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var mark = $"{Guid.NewGuid():N}"[..12];
        var user = await app.CreateAsync("/users",
            new { email = $"{mark}@example.com", password = $"pw-{mark}", token = $"tok-{mark}", auth_data = new { refresh = $"auth-{mark}" } });
        await (await app.Admin.PatchAsync($"/users/{user}",
            new { password = $"pw-{mark}-2", token = $"tok-{mark}-2", auth_data = new { refresh = $"auth-{mark}-2" } })).DataAsync();
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync("/shares", new { collection = things, item = "1", password = $"pw-{mark}-share" });
        await (await app.Admin.PatchAsync($"/roles/{await app.CreateRoleAsync()}",
            new { users = new { create = new[] { new { email = $"n{mark}@example.com", token = $"tok-{mark}-n" } } } })).DataAsync();
        for (var i = 0; i < 3; i++) await app.Anonymous.PostAsync("/auth/login", new { email = $"{mark}@example.com", password = $"wrong-{mark}" });

        var rows = await app.Server.Database.QueryAsync("select data, delta from directus_revisions");

        var text = string.Join('\n', rows.SelectMany(row => row).OfType<object>());
        foreach (var secret in (string[])[$"pw-{mark}", $"tok-{mark}", $"auth-{mark}", $"wrong-{mark}", "$argon2"])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Contains(mark, text, StringComparison.Ordinal);
    }

    // Nobody's, a user's, and those of users who do not get in.
    private static async Task<string[]> AddressesAsync(TestApp app)
    {
        var mark = $"{Guid.NewGuid():N}"[..12];
        object[] users =
        [
            new { email = $"suspended-{mark}@example.com", password = Password, status = "suspended" },
            new { email = $"invited-{mark}@example.com", status = "invited" },
            new { email = $"unverified-{mark}@example.com", password = Password, status = "unverified" },
            new { email = $"other-{mark}@example.com", password = Password, provider = "github", external_identifier = mark },
        ];
        foreach (var user in users) await app.CreateAsync("/users", user);
        await app.CreateAsync("/users", new { email = $"active-{mark}@example.com", password = Password });
        return [$"active-{mark}@example.com", $"nobody-{mark}@example.com", .. ((string[])["suspended", "invited", "unverified", "other"])
            .Select(state => $"{state}-{mark}@example.com")];
    }

    private static async Task<string> AnswerAsync(HttpResponseMessage reply) => $"{(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}";
}
