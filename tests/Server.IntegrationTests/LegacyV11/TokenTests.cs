using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.Server.IntegrationTests.Auth;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>How old clients get their token.</summary>
public sealed class TokenTests
{
    private const string Refusal = """{"success":false,"error":{"message":"Incorrect email or password"}}""";

    [Theory, EachDatabase]
    public async Task A_user_gets_a_token_once_and_the_same_ever_after(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var stranger = new OldClient(app.Server, null);
        var account = await Account.CreateAsync(app);
        var form = $"email={account.Email}&password={account.Password}";

        var first = await stranger.FormAsync(HttpMethod.Post, "auth/request-token", form);
        var token = (string)first["data"]!["token"]!;
        Assert.Matches("^[A-Za-z0-9]{32}$", token);
        JsonAssert.Same(JsonNode.Parse($$$"""{"success":true,"data":{"token":"{{{token}}}"}}"""), first);
        JsonAssert.Same(first,
            await stranger.JsonAsync(HttpMethod.Post, "auth/request-token", new { email = account.Email, password = account.Password }));
        var rpc = await new LegacyAuthService.LegacyAuthServiceClient(app.Anonymous.Rpc)
            .RequestTokenAsync(new() { Body = Structs.Of(new { email = account.Email, password = account.Password }) });
        Assert.Equal((true, token), (rpc.Success, rpc.Data.StructValue.Fields["token"].StringValue));

        // It is that of the user, who changed by it as by any write: the secret is in no record.
        Assert.Equal(account.Id, (string?)(await (await app.Client(token).GetAsync("/users/me?fields=id")).DataAsync())!["id"]);
        var log = await (await app.Admin.GetAsync($"/revisions?filter[item][_eq]={account.Id}&sort=id")).DataAsync();
        Assert.Equal("**********", (string?)log!.AsArray()[^1]!["delta"]!["token"]);
        Assert.DoesNotContain(token, log.ToJsonString(), StringComparison.Ordinal);
        var logins = await (await app.Admin.GetAsync($"/activity?filter[action][_eq]=login&filter[user][_eq]={account.Id}")).DataAsync();
        Assert.Equal(3, logins!.AsArray().Count);
    }

    [Theory, EachDatabase]
    public async Task First_requests_at_the_same_time_get_one_token(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var stranger = new OldClient(app.Server, null);
        var account = await Account.CreateAsync(app);
        var form = $"email={account.Email}&password={account.Password}";

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => stranger.FormAsync(HttpMethod.Post, "auth/request-token", form)));
        var token = replies.Select(reply => (string?)reply["data"]!["token"]).Distinct().Single();
        using var owner = app.Client(token);
        Assert.Equal(account.Id, (string?)(await (await owner.GetAsync("/users/me?fields=id")).DataAsync())!["id"]);
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_not_let_in_reads_the_same(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var stranger = new OldClient(app.Server, null);
        var (right, suspended) = (await Account.CreateAsync(app), await Account.CreateAsync(app, new { status = "suspended" }));
        string[] forms =
        [
            $"email={right.Email}&password=wrong", $"email=nobody-{TestApp.Mark()}@example.com&password=x",
            $"email={suspended.Email}&password={suspended.Password}", $"email={right.Email}", $"password={right.Password}", "",
            "email[]=a&password[]=b",
            $"email=not an address&password={right.Password}",
        ];

        foreach (var form in forms)
            JsonAssert.Same(JsonNode.Parse(Refusal), await stranger.FormAsync(HttpMethod.Post, "auth/request-token", form));
        var token = await (await app.Admin.GetAsync($"/users/{right.Id}?fields=token")).DataAsync();
        Assert.Null((string?)token!["token"]);
    }

    [Theory, EachDatabase]
    public async Task A_forgotten_password_stays_until_another_is_chosen(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var stranger = new OldClient(app.Server, null);
        var account = await Account.CreateAsync(app);

        foreach (var email in (string[])[account.Email, $"nobody-{TestApp.Mark()}@example.com"])
            JsonAssert.Same(JsonNode.Parse("""{"success":true}"""),
                await stranger.FormAsync(HttpMethod.Post, "auth/forgot-password", $"email={email}"));
        Assert.NotEmpty(await Account.TokenOfMailAsync(app.Mail, account.Email));
        var login = await stranger.FormAsync(HttpMethod.Post, "auth/request-token", $"email={account.Email}&password={account.Password}");
        Assert.True((bool?)login["success"]);
    }
}
