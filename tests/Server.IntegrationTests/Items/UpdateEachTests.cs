using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Items that are updated each its own way in one call: as if one after the other.</summary>
public sealed class UpdateEachTests
{
    [Theory, EachDatabase]
    public async Task Values_of_every_type_arrive_at_their_items(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "body:text", "views:integer", "reads:bigInteger", "rating:float", "price:decimal",
            "featured:boolean", "day:date", "hour:time", "at:dateTime", "seen:timestamp", "extra:json", "ref:uuid");
        await (await app.Admin.PostAsync($"/items/{things}", Enumerable.Range(0, 4).Select(_ => new { title = "old" }))).DataAsync();
        JsonNode whole = JsonNode.Parse("""
            {"id":1,"title":"Ünï \"q\"","body":"b","views":7,"reads":"9007199254740993","rating":0.25,"price":"12.50000","featured":true,"day":"2024-02-29",
             "hour":"10:11:12","at":"2024-02-29T01:02:03","seen":"2024-02-29T01:02:03.000Z","extra":{"a":[1,null]},"ref":"0190b1a4-7c2e-7000-8000-000000000001"}
            """)!;
        var other = whole.DeepClone();
        (other["id"], other["title"], other["extra"], other["featured"]) = (2, "second", JsonNode.Parse("[]"), false);
        var nothing = new JsonObject(whole.AsObject().Select(field => KeyValuePair.Create(field.Key, field.Key == "id" ? (JsonNode?)3 : null)));

        var reply = await app.Admin.PatchAsync($"/items/{things}", new[] { whole, other, nothing });

        var wanted = new JsonArray(whole.DeepClone(), other.DeepClone(), nothing.DeepClone());
        JsonAssert.Same(wanted, await reply.DataAsync());
        await (await app.Admin.GetAsync($"/items/{things}?filter[title]=old&fields=id")).ShouldBeDataAsync("""[{"id":4}]""");
    }

    [Theory, EachDatabase]
    public async Task The_later_of_two_updates_of_an_item_wins_and_columns_need_not_be_the_same(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await (await app.Admin.PostAsync($"/items/{notes}", Enumerable.Range(0, 3).Select(_ => new { title = "old", n = 0 }))).DataAsync();

        var reply = await app.Admin.PatchAsync($"/items/{notes}", new object[]
        {
            new { id = 1, title = "a" }, new { id = 2, title = "b" }, new { id = 1, n = 5 }, new { id = 1, title = "c" }, new { id = 3 },
                new { id = 2, title = "d", n = 6 },
        });

        Assert.True(reply.IsSuccessStatusCode);
        await (await app.Admin.GetAsync($"/items/{notes}?fields=title,n&sort=id")).ShouldBeDataAsync("""[{"title":"c","n":5},{"title":"d","n":6},{"title":"old","n":0}]""");
    }

    [Theory, EachDatabase]
    public async Task Each_update_is_recorded_in_the_order_of_the_call(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await (await app.Admin.PatchAsync($"/collections/{notes}", new { meta = new { accountability = "all" } })).DataAsync();
        await (await app.Admin.PostAsync($"/items/{notes}", Enumerable.Range(0, 200).Select(i => new { title = "old", n = i }))).DataAsync();

        await (await app.Admin.PatchAsync($"/items/{notes}?fields=id", Enumerable.Range(1, 200).Reverse()
            .Select(i => new { id = i, title = $"t{i}" }))).DataAsync();

        var told = await (await app.Admin.GetAsync($"/activity?filter[collection]={notes}&filter[action]=update&sort=id&limit=-1&fields=item,revisions.data,revisions.delta")).DataAsync();
        Assert.Equal(Enumerable.Range(1, 200).Reverse().Select(i => $"{i}"), told!.AsArray().Select(row => (string?)row!["item"]));
        JsonAssert.Same(JsonNode.Parse("""[{"data":{"id":200,"title":"t200","n":199},"delta":{"title":"t200"}}]"""), WithoutKey(told![0]!["revisions"]!));
    }

    [Theory, EachDatabase]
    public async Task A_unique_value_may_pass_from_item_to_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        await (await app.Admin.PostAsync($"/fields/{notes}",
            new { field = "slug", type = "string", schema = new { is_unique = true }, meta = new { } })).DataAsync();
        await (await app.Admin.PostAsync($"/items/{notes}", new[] { new { slug = "a" }, new { slug = "b" }, new { slug = "c" } })).DataAsync();

        await (await app.Admin.PatchAsync($"/items/{notes}",
            new object[] { new { id = 3, slug = "d" }, new { id = 2, slug = "c" }, new { id = 1, slug = "b" } })).DataAsync();
        var reply = await app.Admin.PatchAsync($"/items/{notes}", new object[] { new { id = 1, slug = "e" }, new { id = 2, slug = "d" } });

        await reply.ShouldBeErrorAsync(400, "RECORD_NOT_UNIQUE");
        await (await app.Admin.GetAsync($"/items/{notes}?fields=slug&sort=id")).ShouldBeDataAsync("""[{"slug":"b"},{"slug":"c"},{"slug":"d"}]""");
    }

    [Theory, EachDatabase]
    public async Task One_that_fails_fails_all_and_is_named(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new { name = "a", books = new[] { new { title = "1" }, new { title = "2" } } });

        var reply = await app.Admin.PatchAsync($"/items/{library.Books}",
            new[] { new { id = 1, title = "x", author = 1 }, new { id = 2, title = "y", author = 77 } });

        var error = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["errors"]![0]!["extensions"]!;
        Assert.Equal(("INVALID_FOREIGN_KEY", "author", "77"), ((string?)error["code"], (string?)error["field"], error["value"]?.ToString()));
        await (await app.Admin.GetAsync($"/items/{library.Books}?fields=title&sort=id")).ShouldBeDataAsync("""[{"title":"1"},{"title":"2"}]""");
    }

    [Theory, EachDatabase]
    public async Task Keys_may_be_texts_and_uuids(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var (type, keys) in ((string, string[])[])[("string", ["a", "B ", "ü"]),
            ("uuid", ["0190b1a4-7c2e-7000-8000-000000000001", "0190b1a4-7c2e-7000-8000-000000000002"])])
        {
            var name = $"k_{Guid.NewGuid():N}"[..14];
            await app.CreateCollectionAsync(name, [new { field = "key", type, schema = new { is_primary_key = true }, meta = new { } },
                new { field = "title", type = "string", schema = new { }, meta = new { } }]);
            await (await app.Admin.PostAsync($"/items/{name}", keys.Select(key => new { key, title = "old" }))).DataAsync();

            await (await app.Admin.PatchAsync($"/items/{name}", keys.Select(key => new { key, title = $"new {key}" }))).DataAsync();

            var rows = (await (await app.Admin.GetAsync($"/items/{name}")).DataAsync())!.AsArray();
            Assert.All(rows, row => Assert.Equal($"new {row!["key"]}", (string?)row["title"]));
        }
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_update_one_of_them_updates_none(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "open:boolean");
        await (await app.Admin.PostAsync($"/items/{notes}", new[] { new { title = "a", open = true }, new { title = "b", open = false } }))
            .DataAsync();
        var user = await app.SignInAsync(May.Read(notes), May.Update(notes, "title").Where(new { open = new { _eq = true } }));

        await (await user.PatchAsync($"/items/{notes}", new[] { new { id = 1, title = "x" }, new { id = 2, title = "y" } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/items/{notes}?fields=title&sort=id")).ShouldBeDataAsync("""[{"title":"a"},{"title":"b"}]""");
    }

    private static JsonNode WithoutKey(JsonNode revisions)
    {
        foreach (var revision in revisions.AsArray()) revision!.AsObject().Remove("id");
        return revisions;
    }
}
