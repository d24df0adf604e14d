using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>What becomes of values on their way into columns and back.</summary>
public sealed class WrittenValueTests
{
    [Theory, EachDatabase]
    public async Task Null_in_a_list_is_no_text_and_times_keep_their_fraction(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = $"v_{TestApp.Mark()}";
        await app.CreateCollectionAsync(things, [Field("tags", "csv", "cast-csv"), Field("clock", "time")]);
        var path = $"/items/{things}?fields=tags,clock";

        await (await app.Admin.PostAsync(path, new { tags = new[] { "x", null, "y" }, clock = "10:00:00.5" })).ShouldBeDataAsync("""{"tags":["x","","y"],"clock":"10:00:00.5"}""");
        await (await app.Admin.PostAsync(path, new { tags = new string?[] { null }, clock = "10:00:00.1234567" })).ShouldBeDataAsync("""{"tags":[],"clock":"10:00:00.123457"}""");
        await (await app.Admin.PostAsync(path, new { clock = "10:00:00Z" })).ShouldBeDataAsync("""{"tags":null,"clock":"10:00:00"}""");
    }

    [Theory, EachDatabase]
    public async Task Text_that_is_no_json_is_none(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = $"v_{TestApp.Mark()}";
        await app.CreateCollectionAsync(things, [Field("data", "json", "cast-json"), Field("text", "text", "cast-json")]);

        foreach (var bad in (string[])["", "not json", "{bad", "[1,2"])
            await (await app.Admin.PostAsync($"/items/{things}", new { data = bad })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");

        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("[]");
        await (await app.Admin.PostAsync($"/items/{things}?fields=data,text", new { data = """{"a":1}""", text = "not json" })).ShouldBeDataAsync("""{"data":{"a":1},"text":"not json"}""");
    }

    [Theory, EachDatabase]
    public async Task A_special_says_whether_a_moment_has_a_zone(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = $"v_{TestApp.Mark()}";
        await app.CreateCollectionAsync(things,
            [Field("a", "dateTime", "cast-timestamp"), Field("b", "timestamp", "cast-datetime"), Field("c", "string", "cast-timestamp")]);
        var at = "2024-05-05T10:11:12+02:00";

        await (await app.Admin.PostAsync($"/items/{things}?fields=a,b,c", new { a = at, b = at, c = at }))
            .ShouldBeDataAsync("""{"a":"2024-05-05T08:11:12.000Z","b":"2024-05-05T08:11:12","c":"2024-05-05T08:11:12.000Z"}""");
    }

    [Theory, EachDatabase]
    public async Task A_revision_tells_what_the_server_set(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = $"v_{TestApp.Mark()}";
        await app.CreateCollectionAsync(things,
            [Field("text", "string"), Field("at", "timestamp", "date-updated"), Field("by", "uuid", "user-updated")]);
        var key = await app.CreateAsync($"/items/{things}", new { text = "a" });

        var changed = await (await app.Admin.PatchAsync($"/items/{things}/{key}?fields=text,at,by", new { text = "b", at = "2000-01-01T00:00:00Z" }))
            .DataAsync();

        var delta = await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={things}&sort=-id&limit=1&fields=delta")).DataAsync();
        JsonAssert.Same(new JsonArray(new JsonObject { ["delta"] = changed!.DeepClone() }), delta!);
    }

    [Theory, EachDatabase]
    public async Task What_counts_is_a_key(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = $"v_{TestApp.Mark()}";
        await (await app.Admin.PostAsync("/collections", new
        {
            collection = things,
            schema = new { },
            meta = new { },
            fields = new object[] { new { field = "nr", type = "integer", schema = new { has_auto_increment = true }, meta = new { } } },
        })).DataAsync();

        await (await app.Admin.PostAsync($"/items/{things}", new { })).ShouldBeDataAsync("""{"nr":1}""");
    }

    private static object Field(string field, string type, params string[] special) => new { field, type, schema = new { }, meta = new { special } };
}
