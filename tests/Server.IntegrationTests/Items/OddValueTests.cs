using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Values that another program stored and that the API cannot tell: NaN and infinities, years past 9999 and before the first,
/// 24:00:00, and on SQLite anything in any column.</summary>
public sealed class OddValueTests
{
    private static readonly string[] Fields =
        ["small:float", "price:decimal", "day:date", "local:dateTime", "at:timestamp", "clock:time", "count:integer", "big:bigInteger", "mark:uuid",
            "done:boolean", "name"];

    private static readonly string[] Names = [.. Fields.Select(field => field.Split(':')[0])];

    private const string Ordinary = "0.5, 1.5, '2024-02-29', {0}, {0}, '10:00:00', 5, 7, '0b1e2c3d-0000-4000-8000-0000000000a1', {1}, 'x'";

    // Each row is odd in all columns that can be.
    private static readonly string[] OnPostgres =
    [
        "'NaN', 'NaN', 'infinity', 'infinity', 'infinity', '24:00:00', null, null, null, null, 'odd'",
        "'Infinity', 'NaN', '-infinity', '-infinity', '-infinity', '24:00:00', null, null, null, null, 'odd'",
        "'-Infinity', 'NaN', '12024-01-01', '12024-01-01', '12024-01-01Z', '24:00:00', null, null, null, null, 'odd'",
        "'NaN', 'NaN', '0044-03-15 BC', '0044-03-15 BC', '0044-03-15Z BC', '24:00:00', null, null, null, null, 'odd'",
        "'NaN', 'NaN', '5874897-12-31', '294276-12-31', '294276-12-31Z', '24:00:00', null, null, null, null, 'odd'",
    ];

    private static readonly string[] OnSqlite =
    [
        "'a', 'b', 'c', 'd', 'e', 'noon', 'g', 'h', 'nope', 'j', 'odd'",
        "9e999, -9e999, '', '', '', '', '', '', '', '', 'odd'",
        "x'00', x'00', 9e300, 9e300, -9e300, 5, 3000000000, 1e300, 5, 1.5, 'odd'",
        "'NaN', 'Infinity', '12024-01-01', '24:00:00', 253402300800000, '24:00:00', -3000000000, 0.5, x'00', x'00', 'odd'",
        "'1-2', '1.2.3', '2024-13-45', -62135596800001, '2024-02-30T10:00:00', 'x', 1.5, '99999999999999999999', 'x', 'x', 'odd'",
    ];

    [Theory, EachDatabase]
    public async Task What_a_type_does_not_have_is_null_and_the_rest_of_the_list_is_whole(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OddThingsAsync(app, database);

        var list = (JsonArray)(await (await app.Admin.GetAsync($"/items/{things}?sort=id")).DataAsync())!;

        Assert.Equal(6, list.Count);
        Assert.Equal("""{"id":1,"small":0.5,"price":"1.50000","day":"2024-02-29","local":"2024-02-29T10:00:00","at":"2024-02-29T10:00:00.000Z","clock":"10:00:00","count":5,"big":"7","mark":"0b1e2c3d-0000-4000-8000-0000000000a1","done":true,"name":"x"}""",
            list[0]!.ToJsonString());
        foreach (var row in list.Skip(1))
        {
            Assert.Equal("odd", (string?)row!["name"]);
            Assert.All(Names.Except(["name"]), name => Assert.True(row[name] is null, $"{name}: {row.ToJsonString()}"));
        }
    }

    [Theory, EachDatabase]
    public async Task Every_face_and_format_says_the_same(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OddThingsAsync(app, database);
        var rest = await (await app.Admin.GetAsync($"/items/{things}?sort=id")).DataAsync();

        var request = new ListItemsRequest { Collection = things, Query = new() { Sort = { "id" } } };
        JsonAssert.Same(rest, (await app.Admin.Items.ListItemsAsync(request)).Items.ToJson());
        request.Encoding = Encoding.Json;
        JsonAssert.Same(rest, (await app.Admin.Items.ListItemsAsync(request)).Json.ToJson());
        foreach (var format in new[] { "json", "csv", "csv_utf8", "xml", "yaml" })
        {
            var reply = await app.Admin.GetAsync($"/items/{things}?sort=id&export={format}");
            Assert.True((int)reply.StatusCode == 200, await reply.Content.ReadAsStringAsync());
            Assert.Equal(5, (await reply.Content.ReadAsStringAsync()).Split("odd").Length - 1);
        }

        var graph = await app.Admin.AnswerAsync($"{{ {things}(sort: [\"id\"]) {{ {string.Join(' ', Names)} }} }}");
        Assert.Equal(6, graph![things]!.AsArray().Count);
        Assert.All(graph[things]!.AsArray().Skip(1), row => Assert.Null(row!["small"]));
        for (var key = 1; key <= 6; key++) await (await app.Admin.GetAsync($"/items/{things}/{key}")).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task They_are_grouped_aggregated_sorted_searched_and_compared(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await OddThingsAsync(app, database);
        foreach (var name in Names)
        {
            await DataAsync($"groupBy={name}&aggregate[count]=*");
            await DataAsync($"sort=-{name}");
            await DataAsync($"filter[{name}][_null]=false");
            if (name != "done") await DataAsync($"aggregate[min]={name}&aggregate[max]={name}&aggregate[countDistinct]={name}");
        }

        foreach (var name in new[] { "small", "price", "count", "big" })
        {
            await DataAsync($"aggregate[sum]={name}&aggregate[avg]={name}&aggregate[sumDistinct]={name}&aggregate[avgDistinct]={name}");
            await DataAsync($"filter[{name}][_gt]=0");
            await DataAsync($"filter[{name}][_between]=0,10");
        }

        foreach (var name in new[] { "day", "local", "at" })
        {
            await DataAsync($"filter[{name}][_gt]=2020-01-01");
            foreach (var part in new[] { "year", "month", "week", "day", "weekday" })
            {
                await DataAsync($"fields=id,{part}({name})&sort={part}({name})");
                await DataAsync($"groupBy={part}({name})&aggregate[count]=*");
                await DataAsync($"filter[{part}({name})][_gt]=1");
            }
        }

        foreach (var name in new[] { "local", "at", "clock" })
            foreach (var part in new[] { "hour", "minute", "second" })
                await DataAsync($"fields=id,{part}({name})&sort={part}({name})&filter[{part}({name})][_gte]=0");
        await DataAsync("search=5");

        async Task DataAsync(string query)
        {
            var reply = await app.Admin.GetAsync($"/items/{things}?{query}");
            Assert.True((int)reply.StatusCode == 200, $"{query}: {await reply.Content.ReadAsStringAsync()}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_relation_that_hangs_on_one_leads_nowhere(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (owners, things) = ($"t_{TestApp.Mark()}", $"t_{TestApp.Mark()}");
        var odd = database == TestDatabase.Postgres ? "infinity" : "one day";
        await app.Server.Database.QueryAsync($"create table {owners} (id date primary key, name varchar(20))");
        await app.Server.Database.QueryAsync($"create table {things} (id integer primary key, owner date)");
        await app.Server.Database.QueryAsync($"insert into {owners} values ('2024-02-29', 'one'), ('{odd}', 'odd')");
        await app.Server.Database.QueryAsync($"insert into {things} values (1, '2024-02-29'), (2, '{odd}'), (3, null)");
        await app.CreateCollectionAsync(); // makes the server look again
        await (await app.Admin.PostAsync($"/fields/{owners}", new { field = "things", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await (await app.Admin.PostAsync("/relations",
            new { collection = things, field = "owner", related_collection = owners, meta = new { one_field = "things" } })).DataAsync();

        await (await app.Admin.GetAsync($"/items/{things}?fields=id,owner.name&sort=id")).ShouldBeDataAsync(
            """[{"id":1,"owner":{"name":"one"}},{"id":2,"owner":null},{"id":3,"owner":null}]""");
        await (await app.Admin.GetAsync($"/items/{owners}?fields=name,things.id&sort=-name")).ShouldBeDataAsync(
            """[{"name":"one","things":[{"id":1}]},{"name":"odd","things":[]}]""");
        await (await app.Admin.GetAsync($"/items/{things}?fields=id&filter[owner][name][_eq]=odd")).ShouldBeDataAsync("""[{"id":2}]""");
        await (await app.Admin.GetAsync($"/items/{owners}?groupBy=id&aggregate[count]=*")).DataAsync();
        await (await app.Admin.PatchAsync($"/items/{owners}",
            new { query = new { filter = new { name = new { _in = new[] { "one", "odd" } } } }, data = new { name = "new" } })).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task None_of_them_can_be_written(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync(Fields);
        (string Name, object Value)[] odd =
        [
            ("small", "NaN"), ("small", "Infinity"), ("small", "-Infinity"), ("small", "1e999"), ("price", "NaN"), ("price", "Infinity"),
                ("day", "infinity"),
            ("day", "12024-01-01"), ("day", "0044-03-15 BC"), ("day", "+012024-01-01"), ("local", "infinity"), ("local", "12024-01-01T00:00:00"),
                ("at", "-infinity"),
            ("at", "+012024-01-01T00:00:00Z"), ("at", "9999-12-31T23:59:59-05:00"), ("at", 253402300800000), ("clock", "24:00:00"),
                ("count", 3000000000), ("count", "g"),
            ("big", "99999999999999999999"), ("mark", "nope"), ("done", "maybe"),
        ];
        foreach (var (name, value) in odd)
        {
            var reply = await app.Admin.PostAsync($"/items/{things}", new Dictionary<string, object> { [name] = value });
            Assert.True((int)reply.StatusCode == 400, $"{name} = {value}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
        }

        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task The_first_and_the_last_day_are_days_like_others(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync(Fields);
        await app.CreateAsync($"/items/{things}", new { day = "9999-12-31", local = "9999-12-31T23:59:59", at = "9999-12-31T23:59:59.999Z" });
        await app.CreateAsync($"/items/{things}", new { day = "0001-01-01", local = "0001-01-01T00:00:00", at = "0001-01-01T00:00:00.000Z" });

        var list = await (await app.Admin.GetAsync($"/items/{things}?fields=day,local,at&sort=id")).DataAsync();

        JsonAssert.Same(JsonNode.Parse("""
            [{"day":"9999-12-31","local":"9999-12-31T23:59:59","at":"9999-12-31T23:59:59.999Z"},
             {"day":"0001-01-01","local":"0001-01-01T00:00:00","at":"0001-01-01T00:00:00.000Z"}]
            """), list);
        await (await app.Admin.GetAsync($"/items/{things}?fields=id&filter[day][_in]=9999-12-31,0001-01-01&filter[local][_gte]=0001-01-01&sort=id")).ShouldBeDataAsync("""[{"id":1},{"id":2}]""");
        if (database != TestDatabase.Postgres) return;
        Assert.Empty(await app.Server.Database.QueryAsync($"select 1 from {things} where not isfinite(day) or not isfinite(local) or not isfinite(at)"));
    }

    private static async Task<string> OddThingsAsync(TestApp app, TestDatabase database)
    {
        var things = await app.CreateCollectionAsync(Fields);
        var sqlite = database == TestDatabase.Sqlite;
        var ordinary = string.Format(System.Globalization.CultureInfo.InvariantCulture, Ordinary, sqlite
            ? "1709200800000"
            : "'2024-02-29T10:00:00Z'", sqlite ? "1" : "true");
        var rows = new[] { ordinary }.Concat(sqlite ? OnSqlite : OnPostgres);
        await app.Server.Database.QueryAsync($"insert into {things} ({string.Join(", ", Names)}) values {string.Join(", ", rows.Select(row => $"({row})"))}");
        return things;
    }
}
