using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

public sealed class ItemsOverGrpcTests
{
    [Theory, EachDatabase]
    public async Task Struct_and_json_rows_are_those_of_rest(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync(
            "title", "views:integer", "reads:bigInteger", "rating:float", "price:decimal", "featured:boolean", "day:date", "extra:json");
        await app.CreateAsync($"/items/{things}", new
        {
            title = "Ünï \"quoted\" 😀",
            views = 3,
            reads = "9007199254740993",
            rating = 0.5,
            price = "12.50",
            featured = true,
            day = "2024-02-29",
            extra = new { b = 1, a = new object?[] { true, null, "x" } },
        });
        await app.CreateAsync($"/items/{things}", new { title = (string?)null });

        var rest = await (await app.Admin.GetAsync($"/items/{things}?sort=id")).DataAsync();
        var request = new ListItemsRequest { Collection = things, Query = new() { Sort = { "id" } } };
        var rows = await app.Admin.Items.ListItemsAsync(request);
        request.Encoding = Encoding.Json;
        var bytes = await app.Admin.Items.ListItemsAsync(request);

        Assert.Equal("9007199254740993", (string?)rest![0]!["reads"]);
        JsonAssert.Same(rest, rows.Items.ToJson());
        JsonAssert.Same(rest, bytes.Json.ToJson());
        Assert.Empty(rows.Json);
        Assert.Empty(bytes.Items);
    }

    [Theory, EachDatabase]
    public async Task Items_are_created_read_updated_and_deleted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "done:boolean");
        var items = app.Admin.Items;

        var created = await items.CreateItemsAsync(new()
        {
            Collection = notes,
            Items = { Structs.Of(new { title = "one" }), Structs.Of(new { title = "two", done = true }), Structs.Of(new { title = "three" }) },
        });
        JsonAssert.Same(JsonNode.Parse("""[{"id":1,"title":"one","done":null},{"id":2,"title":"two","done":true},{"id":3,"title":"three","done":null}]"""),
            created.Items.ToJson());

        var updated = await items.UpdateItemAsync(new() { Collection = notes, Key = "1", Data = Structs.Of(new { done = false }) });
        JsonAssert.Same(JsonNode.Parse("""{"id":1,"title":"one","done":false}"""), updated.Item.ToJson());

        await items.UpdateItemsAsync(new() { Collection = notes, Keys = { "2", "3" }, Data = Structs.Of(new { title = "same" }) });
        var read = await items.ListItemsAsync(new() { Collection = notes, Keys = { "2", "3", "99" }, Query = new() { Fields = { "title" } } });
        JsonAssert.Same(JsonNode.Parse("""[{"title":"same"},{"title":"same"}]"""), read.Items.ToJson());

        await items.DeleteItemAsync(new() { Collection = notes, Key = "1" });
        await items.DeleteItemsAsync(new() { Collection = notes, Keys = { "2" } });
        var left = await items.GetItemAsync(new() { Collection = notes, Key = "3", Encoding = Encoding.Json });
        JsonAssert.Same(JsonNode.Parse("""{"id":3,"title":"same","done":null}"""), left.Json.ToJson());
        await items.GetItemAsync(new() { Collection = notes, Key = "1" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_query_means_the_same_over_rest_and_grpc(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title", "year:integer");
        for (var year = 2000; year < 2010; year++) await app.CreateAsync($"/items/{books}", new { title = $"book of {year}", year });

        var rest = await app.Admin.GetAsync($"/items/{books}?fields=year&filter[year][_gte]=2003&sort=-year&limit=2&page=2&meta=*");
        var grpc = await app.Admin.Items.ListItemsAsync(new()
        {
            Collection = books,
            Query = new()
            {
                Fields = { "year" },
                Filter = Structs.Of(new { year = new { _gte = 2003 } }),
                Sort = { "-year" },
                Limit = 2,
                Page = 2,
                Meta = { "*" },
            },
        });

        var body = JsonNode.Parse(await rest.Content.ReadAsStringAsync())!;
        JsonAssert.Same(JsonNode.Parse("""{"data":[{"year":2007},{"year":2006}],"meta":{"total_count":10,"filter_count":7}}"""), body);
        JsonAssert.Same(body["data"], grpc.Items.ToJson());
        Assert.Equal((10, 7), (grpc.Meta.TotalCount, grpc.Meta.FilterCount));
    }

    [Theory, EachDatabase]
    public async Task A_refused_item_leaves_none_of_its_neighbours(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var codes = await app.CreateCollectionAsync("title");

        await app.Admin.Items.CreateItemsAsync(new()
        {
            Collection = codes,
            Items = { Structs.Of(new { id = 1 }), Structs.Of(new { id = 2 }), Structs.Of(new { id = 1 }) },
        }).ShouldFailAsync(StatusCode.AlreadyExists, "RECORD_NOT_UNIQUE");

        await (await app.Admin.GetAsync($"/items/{codes}")).ShouldBeDataAsync("[]");
    }
}
