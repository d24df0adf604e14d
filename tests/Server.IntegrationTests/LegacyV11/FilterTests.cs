using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Filters of API v1.1 choose the rows that looking at each of them would choose.</summary>
public sealed class FilterTests
{
    private const int Queries = 400;

    [Theory, EachDatabase]
    public async Task Random_filters_choose_what_a_model_in_memory_chooses(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var world = await FilterWorld.CreateAsync(app, old);
        var random = new Random(20170615);
        var chosen = 0;

        for (var i = 0; i < Queries; i++)
        {
            var filter = DrawnFilter.Next(random);
            var want = string.Join(',', world.Rows.Where(filter.Holds).Select(row => row.Id));
            var got = await old.GetAsync($"{world.Path}?columns=id&limit=-1&{filter.Query}");
            var ids = string.Join(',', got["data"]!.AsArray().Select(row => row!["id"]));
            Assert.True(want == ids, $"{filter.Query}\nwant {want}\ngot  {ids}");
            if (want.Length > 0 && want.Split(',').Length < world.Rows.Count) chosen++;
        }

        Assert.True(chosen > Queries / 3, $"Only {chosen} of {Queries} filters choose some of the rows and not all.");
    }

    [Theory, EachDatabase]
    public async Task Conditions_of_the_document_are_joined_in_their_order(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("country", "state");
        var rows = $"tables/{table}/rows";
        await old.JsonAsync(HttpMethod.Post, $"{rows}/bulk", new
        {
            rows = new[] { ("us", "ny"), ("us", "or"), ("us", "tx"), ("ca", "ny"), ("ca", "or") }.Select(row =>
                new { country = row.Item1, state = row.Item2 }),
        });
        async Task<string> IdsAsync(string filters) =>
            string.Concat((await old.GetAsync($"{rows}?{filters}"))["data"]!.AsArray().Select(row => row!["id"]!.ToString()));

        Assert.Equal("12", await IdsAsync("filters[country]=us&filters[state][in]=ny,nm&filters[state][logical]=or&filters[state][in]=or,la"));
        Assert.Equal("1235", await IdsAsync("filters[country]=us&filters[state][eq]=or&filters[state][logical]=or"));
        Assert.Equal("", await IdsAsync("filters[state][in]=ny,nm&filters[state][in]=or,la"));
        Assert.Equal("124", await IdsAsync("filters[id][in][]=1&filters[id][in][]=2&filters[id][in][]=4"));
        // Encoded as the oldest client sends it.
        Assert.Equal("45", await IdsAsync("filters%5Bcountry%5D%5B%3C%3E%5D=us"));
    }

    [Theory, EachDatabase]
    public async Task Filters_that_make_no_sense_are_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await Projects.CreateAsync(app);
        (string Filter, int Status, string Message)[] refused =
        [
            ("filters[nope]=1", 404, "Unable to find the column [nope]"),
            ("filters[client.nope]=1", 404, "Unable to find the column [nope]"),
            ("filters[title.nope]=1", 404, "Unable to find the column [nope]"),
            ("filters[title][foo]=1", 422, "The operator [foo] is unknown"),
            ("filters[title][0]=1", 422, "The filters of [title] have to name operators"),
            ("filters[id][like]=1", 422, "The operator [like] does not fit the column [id]"),
            ("filters[hot][contains]=1", 422, "The operator [contains] does not fit the column [hot]"),
            ("filters[due][nlike]=1", 422, "The operator [nlike] does not fit the column [due]"),
            ("filters[id][between]=1", 422, "The operator [between] takes two values"),
            ("filters[title][has]=1", 422, "The operator [has] does not fit the column [title]"),
            ("filters[tasks][has]=x", 422, "The operator [has] takes a number"),
            ("filters[tasks][gt]=1", 422, "The operator [gt] does not fit the column [tasks]"),
            ("filters=1", 422, "The filters have to name columns"),
        ];

        foreach (var (filter, status, message) in refused) await old.RefusedAsync(status, message, HttpMethod.Get, $"{projects.Rows}?{filter}");
        var text = await old.SendAsync(HttpMethod.Get, $"{projects.Rows}?filters[id]=abc", null, 422);
        Assert.False((bool?)text["success"]);
    }

    [Theory, EachDatabase]
    public async Task Lists_of_related_rows_are_counted_and_looked_through(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await Projects.CreateAsync(app);
        await old.JsonAsync(HttpMethod.Post, $"{projects.Rows}/bulk", """
            {"rows":[{"client":{"name":"Ann 7"},"tasks":[{"text":"a"},{"text":"b"}],"tags":[{"label":"x"},{"label":"y"}]},
                     {"client":{"name":"Bob"},"tasks":[{"text":"b"}],"tags":[{"label":"z"}]},{}]}
            """);
        await old.JsonAsync(HttpMethod.Put, $"{projects.Rows}/2", """{"tags":[1]}""");
        async Task<string> IdsAsync(string filters) =>
            string.Concat((await old.GetAsync($"{projects.Rows}?columns=id&filters{filters}"))["data"]!.AsArray()
                .Select(row => row!["id"]!.ToString()));
        (string Filter, string Ids)[] lists =
        [
            ("[tasks][has]=1", "12"), ("[tasks][has]=2", "1"), ("[tasks][has]=0", "3"), ("[tasks][nhas]=2", "23"), ("[tasks][empty]", "3"),
            ("[tasks][nempty]", "12"), ("[tasks][all]=1,2", "1"), ("[tags][all]=1", "12"), ("[tags][all]=1,3", "2"), ("[tags][has]=2", "12"),
            ("[tasks.text]=b", "12"), ("[tasks.text][like]=A", "1"), ("[tags.label][in]=y,z", "12"), ("[client.name][like]=ann", "1"),
            ("[client][like]=ann", "1"), ("[client][contains]=2", "2"), ("[client][nlike]=ann", "23"), ("[client][null]=1", "3"),
            ("[client][null]=0", "12"), ("[client][nnull]", "12"), ("[client]=2", "2"), ("[client][empty]", "3"),
        ];

        foreach (var (filter, ids) in lists) Assert.Equal((filter, ids), (filter, await IdsAsync(filter)));
    }

    /// <summary>Rows of a table with a column of each kind that is compared, and the same rows in memory.</summary>
    private sealed record FilterWorld(string Path, IReadOnlyList<DrawnRow> Rows)
    {
        public static async Task<FilterWorld> CreateAsync(TestApp app, OldClient old)
        {
            var table = await app.CreateCollectionAsync("word", "name", "number:integer", "price:float", "flag:boolean", "day:date");
            var random = new Random(11);
            var rows = Enumerable.Range(1, 40).Select(id => DrawnRow.Next(random, id)).ToList();
            var path = $"tables/{table}/rows";
            await old.JsonAsync(HttpMethod.Post, $"{path}/bulk",
                new JsonObject { ["rows"] = new JsonArray([.. rows.Select(row => row.ToJson())]) }.ToJsonString());
            return new FilterWorld(path, rows);
        }
    }
}
