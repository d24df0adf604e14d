using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

public sealed class ShareTests
{
    [Theory, EachDatabase]
    public async Task Receiver_of_a_share_reads_the_shared_item_and_nothing_else(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.Key(), NewField.String("title"), NewField.String("secret"));
        await app.Admin.Items(name).CreateAsync([new { title = "First", secret = "x" }, new { title = "Second", secret = "y" }]);
        var role = await RoleThatReadsAsync(app, name, "id", "title");
        var share = await app.Admin.Shares.CreateAsync(name, 1, role, name: "Review", password: "s3cret");

        var stranger = app.Connect();
        var info = await stranger.Shares.GetInfoAsync(share.Id);
        var refusal = await Assert.ThrowsAsync<DirectusException>(() => stranger.Shares.AuthenticateAsync(share.Id, "wrong"));
        var receiver = app.Keep(await stranger.Shares.AuthenticateAsync(share.Id, "s3cret"));
        var seen = await receiver.Items(name).ToListAsync();

        Assert.Equal((name, "1", "**********"), (info.Collection, info.Item, info.Password));
        Assert.Equal("INVALID_CREDENTIALS", refusal.Code);
        Assert.Equal("""{"id":1,"title":"First"}""", Assert.Single(seen).ToJsonString());
        await ForbiddenAsync(() => receiver.Items(name).GetAsync(2));
        await ForbiddenAsync(() => receiver.Items(name).Fields("secret").GetAsync(1));
        await ForbiddenAsync(() => receiver.Items(name).UpdateAsync(1, new { title = "Mine" }));
    }

    [Theory, EachDatabase]
    public async Task Share_is_listed_changed_and_deleted(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.Key(), NewField.String("title"));
        await app.Admin.Items(name).CreateAsync(new { title = "First" });
        var share = await app.Admin.Shares.CreateAsync(name, 1, end: new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero), maxUses: 3);

        Assert.Equal(share, await app.Admin.Shares.GetAsync(share.Id));
        Assert.Equal([share], await app.Admin.Shares.ListAsync(Filter.Field("collection").Eq(name)));

        var changed = await app.Admin.Shares.UpdateAsync(share.Id, new() { MaxUses = 5 }, clear: ["date_end"]);
        Assert.Equal((5, null), (changed!.MaxUses, changed.DateEnd));

        await app.Admin.Shares.DeleteAsync(share.Id);
        await ForbiddenAsync(() => app.Admin.Shares.GetAsync(share.Id));
    }

    private static async Task<string> RoleThatReadsAsync(ServerApp app, string collection, params string[] fields)
    {
        var role = await CreateAsync(app, "directus_roles", new { name = collection });
        var policy = await CreateAsync(app, "directus_policies", new { name = collection });
        await CreateAsync(app, "directus_access", new { role, policy });
        await CreateAsync(app, "directus_permissions", new { policy, collection, action = "read", fields, permissions = new { } });
        return role;
    }

    private static async Task<string> CreateAsync(ServerApp app, string collection, object item) =>
        (await app.Admin.Items(collection).CreateAsync(item))!["id"]!.ToString();

    private static async Task ForbiddenAsync(Func<Task> call) =>
        Assert.Equal("FORBIDDEN", (await Assert.ThrowsAsync<DirectusException>(call)).Code);
}
