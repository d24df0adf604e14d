using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>A user with a token of each kind.</summary>
internal sealed record Account(string Id, string Email, string AccessToken, string RefreshToken, string SessionCookie, string StaticToken)
{
    private const string Password = "password-of-account";

    public static async Task<Account> CreateAsync(TestApp app)
    {
        var mark = $"{Guid.NewGuid():N}"[..12];
        var role = await app.CreateRoleAsync(May.Read("directus_users", "id").Where(new { id = new { _eq = "$CURRENT_USER" } }));
        var email = $"account-{mark}@example.com";
        var id = await app.CreateAsync("/users", new { email, password = Password, role, token = $"static-{mark}" });
        return await new Account(id, email, "", "", "", $"static-{mark}").LoginAsync(app);
    }

    /// <summary>The same user, logged in once more.</summary>
    public async Task<Account> LoginAsync(TestApp app)
    {
        var tokens = (await (await app.Anonymous.PostAsync("/auth/login", new { email = Email, password = Password })).DataAsync())!;
        using var session = await app.Anonymous.PostAsync("/auth/login", new { email = Email, password = Password, mode = "session" });
        var cookie = session.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        return this with { AccessToken = Text(tokens, "access_token"), RefreshToken = Text(tokens, "refresh_token"), SessionCookie = cookie };
    }

    public async Task RequireAnsweredAsync(TestApp app)
    {
        foreach (var (name, status) in await StatusesAsync(app)) Assert.True(status == "answered", $"{name}: {status}");
    }

    public async Task RequireRefusedAsync(TestApp app, params string[] staying)
    {
        foreach (var (name, status) in await StatusesAsync(app))
        {
            var stays = staying.Any(start => name.StartsWith(start, StringComparison.Ordinal));
            Assert.True((status == "answered") == stays, $"{name}: {status}");
        }

        await (await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = RefreshToken, mode = "json" }))
            .ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }

    private async Task<List<(string Name, string Status)>> StatusesAsync(TestApp app)
    {
        var statuses = new List<(string, string)>();
        foreach (var (name, token) in ((string, string)[])[("access token", AccessToken), ("static token", StaticToken)])
        {
            using var client = new TestClient(app.Server, token);
            using var reply = await client.GetAsync("/users?fields=id");
            statuses.Add(($"{name} over REST", await StatusAsync(reply)));
            using var inQuery = await app.Anonymous.GetAsync($"/users?fields=id&access_token={token}");
            statuses.Add(($"{name} in the address", await StatusAsync(inQuery)));
            var refusal = await Rpcs.RefusalAsync(client, "ItemsService/ListItems", new { collection = "directus_users" });
            statuses.Add(($"{name} over gRPC", refusal ?? "answered"));
        }

        using var ofCookie = new HttpRequestMessage(HttpMethod.Get, "/users?fields=id") { Headers = { { "Cookie", SessionCookie } } };
        using var answer = await app.Anonymous.SendAsync(ofCookie);
        statuses.Add(("session cookie", await StatusAsync(answer)));
        return statuses;
    }

    private static async Task<string> StatusAsync(HttpResponseMessage reply) =>
        reply.IsSuccessStatusCode ? "answered" : await reply.Content.ReadAsStringAsync();

    private static string Text(JsonNode tokens, string name) => (string)tokens[name]!;
}
