using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;
using Function = Directus.Grpc.Items.V1.AggregateFunction;

namespace Directus.Grpc.Server.IntegrationTests.Items;

public sealed class AggregateTests
{
    [Theory, EachDatabase]
    public async Task An_average_has_the_same_digits_on_every_database(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var name = $"avg_{TestApp.Mark()}";
        object Number(string field, string type) => new { field, type, schema = new { numeric_precision = 10, numeric_scale = 2 }, meta = new { } };
        await (await app.Admin.PostAsync("/collections", new
        {
            collection = name,
            schema = new { },
            meta = new { },
            fields = new[] { new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true },
                meta = new { } }, Number("few", "integer"), Number("many", "bigInteger"), Number("price", "decimal") },
        })).DataAsync();
        await (await app.Admin.PostAsync($"/items/{name}", new object[]
        {
            new { few = 1, many = 1, price = 1.1 }, new { few = 2, many = 2, price = 2.25 }, new { few = 4, many = 40_000_000_001, price = 100.01 },
                new { few = (int?)null }, new { few = -7, many = 3, price = -0.03 },
        })).DataAsync();

        await (await app.Admin.GetAsync($"/items/{name}?aggregate[avg]=few,many,price")).ShouldBeDataAsync(
            """[{"avg":{"few":"0.00000000000000000000","many":"10000000001.75000000","price":"25.8325000000000000"}}]""");
        await (await app.Admin.GetAsync($"/items/{name}?aggregate[avg]=few&groupBy[]=id&sort=-avg.few&filter[few][_nnull]=true")).ShouldBeDataAsync(
            """[{"id":3,"avg":{"few":"4.0000000000000000"}},{"id":2,"avg":{"few":"2.0000000000000000"}},{"id":1,"avg":{"few":"1.00000000000000000000"}},{"id":5,"avg":{"few":"-7.0000000000000000"}}]""");
    }

    [Theory, EachDatabase]
    public async Task Values_come_by_group_in_the_order_asked_for(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await BooksAsync(app);
        var request = new AggregateRequest
        {
            Collection = books,
            Aggregates = { Of(Function.Max, "title"), Of(Function.Count), Of(Function.Sum, "pages"), Of(Function.Avg, "price"),
                Of(Function.Count, "title"), Of(Function.Sum, "rating") },
            GroupBy = { "kind" },
            Query = new() { Filter = Structs.Of(new { pages = new { _gt = 1 } }), Sort = { "-sum.pages" } },
        };

        var reply = await app.Admin.Items.AggregateAsync(request);

        JsonAssert.Same(JsonNode.Parse("""[["novel"],["poem"]]"""), Json(reply.Groups.Select(group => group.Keys)));
        JsonAssert.Same(JsonNode.Parse("""["c","2","9007199254741193"]"""), Json(reply.Groups[0].Values.Take(3)));
        Assert.Equal((15.75m, "2", 2.5),
            (decimal.Parse(reply.Groups[0].Values[3].StringValue), reply.Groups[0].Values[4].StringValue, reply.Groups[0].Values[5].NumberValue));
        JsonAssert.Same(JsonNode.Parse("""["d","1","2",null,"1",null]"""), Json(reply.Groups[1].Values));
    }

    [Theory, EachDatabase]
    public async Task The_json_is_that_of_rest(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await BooksAsync(app);
        var request = new AggregateRequest
        {
            Collection = books,
            Aggregates = { Of(Function.Count), Of(Function.Sum, "pages"), Of(Function.Sum, "price"), Of(Function.CountDistinct, "kind") },
            GroupBy = { "year(day)", "kind" },
            Query = new() { Search = "novel", Limit = 2, Offset = 1 },
            Encoding = Encoding.Json,
        };

        var reply = await app.Admin.Items.AggregateAsync(request);
        var rest = await app.Admin.GetAsync($"/items/{books}?aggregate[count]=*&aggregate[sum]=pages,price&aggregate[countDistinct]=kind&groupBy=year(day),kind&search=novel&limit=2&offset=1");

        JsonAssert.Same(await rest.DataAsync(), reply.Json.ToJson());
        Assert.Empty(reply.Groups);
    }

    [Theory, EachDatabase]
    public async Task Groups_alone_and_values_alone_will_do(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await BooksAsync(app);

        var groups = await app.Admin.Items.AggregateAsync(new() { Collection = books, GroupBy = { "kind" }, Query = new() { Sort = { "-kind" } } });
        var values = await app.Admin.Items.AggregateAsync(new()
        {
            Collection = books,
            Aggregates = { Of(Function.Count), Of(Function.Min, "pages") }
        });

        JsonAssert.Same(JsonNode.Parse("""[["poem"],["novel"]]"""), Json(groups.Groups.Select(group => group.Keys)));
        JsonAssert.Same(JsonNode.Parse("""[["4","1"]]"""), Json(values.Groups.Select(group => group.Values)));
    }

    [Theory, EachDatabase]
    public async Task Only_what_the_caller_may_read_is_counted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await BooksAsync(app);
        var reader = (await app.SignInAsync(May.Read(books, "kind").Where(new { kind = new { _eq = "novel" } }))).Items;

        var count = await reader.AggregateAsync(new() { Collection = books, Aggregates = { Of(Function.Count) } });
        Assert.Equal("3", Assert.Single(count.Groups).Values[0].StringValue);
        await reader.AggregateAsync(new() { Collection = books, Aggregates = { Of(Function.Sum, "pages") } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await reader.AggregateAsync(new() { Collection = books, GroupBy = { "title" } }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await reader.AggregateAsync(new() { Collection = "nowhere", GroupBy = { "title" } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_sense_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await BooksAsync(app);
        AggregateRequest[] senseless =
        [
            new(),
            new() { Aggregates = { Of(Function.Unspecified) } },
            new() { Aggregates = { Of(Function.Sum) } },
            new() { Aggregates = { Of(Function.Sum, "title") } },
            new() { Aggregates = { Of(Function.Sum, "pages,id") } },
            new() { Aggregates = { Of(Function.Count) }, Query = new() { GroupBy = { "kind" } } },
            new() { Aggregates = { Of(Function.Count) }, GroupBy = { "kind" }, Query = new() { Sort = { "title" } } },
        ];

        foreach (var request in senseless)
        {
            request.Collection = books;
            await app.Admin.Items.AggregateAsync(request).ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_QUERY");
        }
    }

    private static async Task<string> BooksAsync(TestApp app)
    {
        var books = await app.CreateCollectionAsync("title", "kind", "pages:bigInteger", "price:decimal", "rating:float", "day:date");
        await (await app.Admin.PostAsync($"/items/{books}", new object[]
        {
            new { title = "a", kind = "novel", pages = "1", price = "1.00", rating = 1.0, day = "2020-01-01" },
            new { title = "b", kind = "novel", pages = "200", price = "11.00", rating = 0.5, day = "2020-02-01" },
            new { title = "c", kind = "novel", pages = "9007199254740993", price = "20.50", rating = 2.0, day = "2021-01-01" },
            new { title = "d", kind = "poem", pages = "2" },
        })).DataAsync();
        return books;
    }

    private static Aggregation Of(Function function, string field = "") => new() { Function = function, Field = field };

    private static JsonArray Json(IEnumerable<IEnumerable<Value>> lists) => new([.. lists.Select(Json)]);

    private static JsonArray Json(IEnumerable<Value> values) =>
        new([.. values.Select(value => JsonNode.Parse(Google.Protobuf.JsonFormatter.Default.Format(value)))]);
}
