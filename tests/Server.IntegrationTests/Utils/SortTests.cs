using Directus.Grpc.TestKit;
using Directus.Grpc.Utils.V1;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Utils;

/// <summary>A manual order is changed by moving one item to the place of another.</summary>
public sealed class SortTests
{
    [Theory, EachDatabase]
    public async Task An_item_takes_the_place_of_another_and_those_between_move_by_one(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OrderedAsync(app, 6);
        var utils = new UtilsService.UtilsServiceClient(app.Admin.Rpc);

        await (await app.Admin.PostAsync($"/utils/sort/{things}", new { item = 5, to = 2 })).Content.ReadAsStringAsync();
        Assert.Equal("152346", await OrderAsync(app, things));
        await utils.SortAsync(new() { Collection = things, Item = "1", To = "4" });
        Assert.Equal("523416", await OrderAsync(app, things));
        await app.Admin.PostAsync("/graphql/system", new { query = $"mutation {{ utils_sort(collection: \"{things}\", item: \"6\", to: \"5\") }}" });
        Assert.Equal("652341", await OrderAsync(app, things));
        await (await app.Admin.PostAsync($"/utils/sort/{things}", new { item = 6, to = 6 })).Content.ReadAsStringAsync();
        Assert.Equal("652341", await OrderAsync(app, things));
    }

    [Theory, EachDatabase]
    public async Task Items_that_never_had_a_place_come_last(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OrderedAsync(app, 2);
        foreach (var name in (string[])["c", "d"]) await app.CreateAsync($"/items/{things}", new { name });
        Assert.Equal(200, (int)(await app.Admin.PostAsync($"/utils/sort/{things}", new { item = 4, to = 1 })).StatusCode);
        Assert.Equal("4123", await OrderAsync(app, things));
    }

    [Theory, EachDatabase]
    public async Task Lists_come_in_it_unless_another_order_is_asked_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OrderedAsync(app, 4);
        var owners = await app.CreateCollectionAsync("name");
        await (await app.Admin.PostAsync($"/fields/{owners}", new { field = "things", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await (await app.Admin.PostAsync($"/fields/{things}", new { field = "owner", type = "integer", schema = new { }, meta = new { } }))
            .DataAsync();
        await (await app.Admin.PostAsync("/relations",
            new { collection = things, field = "owner", related_collection = owners, meta = new { one_field = "things" } })).DataAsync();
        await app.CreateAsync($"/items/{owners}", new { name = "o", things = new[] { 1, 2, 3, 4 } });
        await (await app.Admin.PostAsync($"/utils/sort/{things}", new { item = 4, to = 1 })).Content.ReadAsStringAsync();

        await (await app.Admin.GetAsync($"/items/{things}?fields=id")).ShouldBeDataAsync("""[{"id":4},{"id":1},{"id":2},{"id":3}]""");
        await (await app.Admin.GetAsync($"/items/{owners}?fields=things")).ShouldBeDataAsync("""[{"things":[4,1,2,3]}]""");
        await (await app.Admin.GetAsync($"/items/{things}?fields=id&sort=id&limit=2")).ShouldBeDataAsync("""[{"id":1},{"id":2}]""");
        // Who may not read the order is told nothing of it.
        var some = await app.SignInAsync(May.Read(things, "id", "name"));
        await (await some.GetAsync($"/items/{things}?fields=id")).ShouldBeDataAsync("""[{"id":1},{"id":2},{"id":3},{"id":4}]""");
    }

    [Theory, EachDatabase]
    public async Task Only_who_may_update_both_items_and_the_order_moves_them(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OrderedAsync(app, 3);
        var plain = await app.CreateCollectionAsync("name");
        var some = await app.SignInAsync(May.Read(things), May.Update(things).Where(new { id = new { _lt = 3 } }));
        var others = await app.SignInAsync(May.Read(things), May.Update(things, "name"));

        foreach (var (client, item, to) in ((TestClient, int, int)[])[(some, 3, 1), (some, 1, 3), (others, 1, 2), (app.Anonymous, 1, 2),
            (some, 1, 77)])
            await (await client.PostAsync($"/utils/sort/{things}", new { item, to })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.PostAsync($"/utils/sort/{plain}", new { item = 1, to = 2 })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync("/utils/sort/directus_sessions", new { item = 1, to = 2 })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await new UtilsService.UtilsServiceClient(others.Rpc).SortAsync(new() { Collection = things, Item = "1", To = "2" })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.Equal("123", await OrderAsync(app, things));
        Assert.Equal(200, (int)(await some.PostAsync($"/utils/sort/{things}", new { item = 2, to = 1 })).StatusCode);
        Assert.Equal("213", await OrderAsync(app, things));
    }

    private static async Task<string> OrderedAsync(TestApp app, int count)
    {
        var things = await app.CreateCollectionAsync("name", "rank:integer");
        await (await app.Admin.PatchAsync($"/collections/{things}", new { meta = new { sort_field = "rank" } })).DataAsync();
        for (var i = 1; i <= count; i++) await app.CreateAsync($"/items/{things}", new { name = $"n{i}", rank = i });
        return things;
    }

    private static async Task<string> OrderAsync(TestApp app, string things) =>
        string.Concat((await (await app.Admin.GetAsync($"/items/{things}?fields=id&sort=rank")).DataAsync())!.AsArray()
            .Select(item => item!["id"]!.ToString()));
}
