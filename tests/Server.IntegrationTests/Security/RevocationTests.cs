using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>What is taken away is gone with the very next call of every token. Guards against GHSA-56p6-qw3c-fq2g (CVE-2025-30351),
/// GHSA-g65h-35f3-x2w3 (CVE-2024-34709) and the peers' CVE-2025-3930.</summary>
public sealed class RevocationTests
{
    [Theory, EachDatabase]
    public async Task Suspending_ends_every_token(TestDatabase database) =>
        await EndsEveryTokenAsync(database, (app, account) => app.Admin.PatchAsync($"/users/{account.Id}", new { status = "suspended" }));

    [Theory, EachDatabase]
    public async Task Archiving_ends_every_token(TestDatabase database) =>
        await EndsEveryTokenAsync(database, (app, account) => app.Admin.PatchAsync($"/users/{account.Id}", new { status = "archived" }));

    [Theory, EachDatabase]
    public async Task Deleting_ends_every_token(TestDatabase database) =>
        await EndsEveryTokenAsync(database, (app, account) => app.Admin.DeleteAsync($"/users/{account.Id}"));

    [Theory, EachDatabase]
    public async Task A_new_password_ends_every_session(TestDatabase database) =>
        await EndsEveryTokenAsync(database, (app, account) =>
            app.Admin.PatchAsync($"/users/{account.Id}", new { password = "another-password" }), "static token");

    [Theory, EachDatabase]
    public async Task Another_role_ends_every_session(TestDatabase database) =>
        await EndsEveryTokenAsync(database, async (app, account) =>
            await app.Admin.PatchAsync($"/users/{account.Id}", new { role = await app.CreateRoleAsync() }));

    [Theory, EachDatabase]
    public async Task Logging_out_ends_the_session_and_no_other(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        var other = await account.LoginAsync(app);
        await account.RequireAnsweredAsync(app);

        await (await app.Anonymous.PostAsync("/auth/logout", new { refresh_token = account.RefreshToken })).ShouldBeNoContentAsync();

        await account.RequireRefusedAsync(app, "static token", "session cookie");
        await other.RequireAnsweredAsync(app);
    }

    [Theory, EachDatabase]
    public async Task A_right_that_is_taken_away_is_gone_at_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{things}", new { title = "a" });
        Func<string, Member, string, Task<HttpResponseMessage>>[] losses =
        [
            (permission, _, _) => app.Admin.DeleteAsync($"/permissions/{permission}"),
            (permission, _, _) => app.Admin.PatchAsync($"/permissions/{permission}", new { permissions = new { id = new { _eq = 0 } } }),
            (permission, _, _) => app.Admin.PatchAsync($"/permissions/{permission}", new { fields = new[] { "id" } }),
            (_, _, policy) => app.Admin.PatchAsync($"/policies/{policy}", new { ip_access = "10.1.2.3" }),
            (_, member, _) => app.Admin.PatchAsync($"/users/{member.Id}", new { policies = Array.Empty<string>() }),
            (_, _, policy) => app.Admin.DeleteAsync($"/policies/{policy}"),
        ];

        foreach (var lose in losses)
        {
            var member = await Member.CreateAsync(app, [new { collection = things, action = "read", fields = new[] { "*" }, permissions = new { } }]);
            var policy = (string)(await (await app.Admin.GetAsync($"/users/{member.Id}?fields=policies.policy"))
                .DataAsync())!["policies"]![0]!["policy"]!;
            var permission = (await (await app.Admin.GetAsync($"/permissions?filter[policy][_eq]={policy}&fields=id"))
                .DataAsync())![0]!["id"]!.ToString();
            Assert.True(await SeesTitleAsync(member.Client, things));

            using var done = await lose(permission, member, policy);

            Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
            Assert.False(await SeesTitleAsync(member.Client, things));
        }
    }

    /// <summary>GHSA-pmf4-v838-29hg (CVE-2025-24353): what a share shows shrinks with what its creator may read.</summary>
    [Theory, EachDatabase]
    public async Task A_share_ends_with_its_creator(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{things}", new { title = "a" });
        var role = await app.CreateRoleAsync(May.Read(things));
        var creator = await Member.CreateAsync(app,
        [
            .. new[] { "read", "share" }.Select(action => (object)new { collection = things, action, fields = new[] { "*" }, permissions = new { } }),
            .. new[] { "create", "read" }.Select(action =>
                (object)new { collection = "directus_shares", action, fields = new[] { "*" }, permissions = new { } }),
        ]);
        var share = (string)(await (await creator.Client.PostAsync("/shares", new { collection = things, item = "1", role })).DataAsync())!["id"]!;
        var receiver = app.Client((string)(await (await app.Anonymous.PostAsync("/shares/auth", new { share })).DataAsync())!["access_token"]!);
        Assert.True(await SeesTitleAsync(receiver, things));

        await (await app.Admin.PatchAsync($"/users/{creator.Id}", new { policies = Array.Empty<string>() })).DataAsync();

        Assert.False(await SeesTitleAsync(receiver, things));
    }

    [Theory, EachDatabase]
    public async Task An_open_connection_gives_no_time_to_stay(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{things}", new { title = "a" });
        var member = await Member.CreateAsync(app, [new { collection = things, action = "read", fields = new[] { "*" }, permissions = new { } }]);
        Assert.Equal(1, await CountStreamedAsync(member.Client, things));

        await (await app.Admin.PatchAsync($"/users/{member.Id}", new { status = "suspended" })).DataAsync();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => CountStreamedAsync(member.Client, things));
        Assert.True(refusal.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied, $"{refusal.Status}");
    }

    private static async Task EndsEveryTokenAsync(TestDatabase database, Func<TestApp, Account, Task<HttpResponseMessage>> end,
        params string[] staying)
    {
        await using var app = await TestApp.StartAsync(database);
        var account = await Account.CreateAsync(app);
        var other = await account.LoginAsync(app);
        await account.RequireAnsweredAsync(app);
        await other.RequireAnsweredAsync(app);

        using var done = await end(app, account);

        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync());
        await account.RequireRefusedAsync(app, staying);
        await other.RequireRefusedAsync(app, staying);
    }

    private static async Task<int> CountStreamedAsync(TestClient client, string collection)
    {
        var count = 0;
        using var call = client.Items.StreamItems(new StreamItemsRequest { Collection = collection });
        await foreach (var message in call.ResponseStream.ReadAllAsync()) count += message.Items.Count;
        return count;
    }

    // Both faces have to say the same.
    private static async Task<bool> SeesTitleAsync(TestClient client, string collection)
    {
        using var rest = await client.GetAsync($"/items/{collection}");
        var seen = rest.IsSuccessStatusCode && (await rest.Content.ReadAsStringAsync()).Contains("title", StringComparison.Ordinal);
        var overGrpc = false;
        try
        {
            var reply = await client.Items.ListItemsAsync(new() { Collection = collection });
            overGrpc = reply.Items.Any(item => item.Fields.ContainsKey("title"));
        }
        catch (RpcException error) when (error.StatusCode is StatusCode.PermissionDenied or StatusCode.Unauthenticated)
        {
            Assert.False(seen);
        }

        Assert.Equal(seen, overGrpc);
        return seen;
    }
}
