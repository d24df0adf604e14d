using System.Text;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>What would cost too much is refused in words, and what is just within the bounds both databases can do.</summary>
public sealed class BoundsTests
{
    [Theory, EachDatabase]
    public async Task Json_that_is_nested_without_end_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var filter = Nested("{\"_and\":[", 10_000, "{\"id\":1}", "]}");
        var item = Nested("{\"author\":{\"books\":[", 5_000, "{}", "]}}");

        await (await RawAsync(app, "SEARCH", $"/items/{library.Books}", $"{{\"query\":{{\"filter\":{filter}}}}}"))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.GetAsync($"/items/{library.Books}?filter={Nested("{\"_and\":[", 1_000, "{\"id\":1}", "]}")}"))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.GetAsync($"/items/{library.Books}?deep={Nested("{\"author\":", 10_000, "{}", "}")}"))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await RawAsync(app, "POST", $"/items/{library.Books}", item)).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.GetAsync($"/items/{library.Books}")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task Items_nested_a_hundred_deep_are_written(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var nodes = await app.CreateCollectionAsync("parent:integer");
        await (await app.Admin.PostAsync($"/fields/{nodes}", new { field = "children", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await (await app.Admin.PostAsync("/relations",
            new { collection = nodes, field = "parent", related_collection = nodes, meta = new { one_field = "children" } })).DataAsync();

        await (await RawAsync(app, "POST", $"/items/{nodes}", Nested("{\"children\":[", 100, "{}", "]}"))).DataAsync();

        await (await app.Admin.GetAsync($"/items/{nodes}?aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"101"}]""");
    }

    [Theory, EachDatabase]
    public async Task Paths_that_lead_on_and_on_are_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var path = string.Join('.', Enumerable.Repeat("author.books", 5_000));

        foreach (var query in (string[])[$"fields={path}", $"sort={path}", $"fields={string.Join('.', Enumerable.Repeat("*", 5_000))}",
            $"deep{Repeat("[author]", 11)}[_limit]=1", $"deep{Repeat("[author]", 10_000)}[_limit]=1", $"filter{Repeat("[author]", 20)}[_eq]=1",
            $"groupBy={Repeat("(", 50_000)}", $"fields={Repeat("json(", 10_000)}"])
            await (await app.Admin.GetAsync($"/items/{library.Books}?{query}")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task Wildcards_that_multiply_are_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var tree = await app.CreateCollectionAsync([.. Relations.Select(name => $"{name}:integer")]);
        foreach (var name in Relations)
            await (await app.Admin.PostAsync("/relations",
                new { collection = tree, field = name, related_collection = tree, meta = new { }, schema = new { } })).DataAsync();
        await app.CreateAsync($"/items/{tree}", new { });

        await (await app.Admin.GetAsync($"/items/{tree}?fields=*.*.*")).DataAsync();
        await (await app.Admin.GetAsync($"/items/{tree}?fields=*.*.*.*.*.*.*.*.*")).ShouldBeErrorAsync(400, "INVALID_QUERY");

        var paths = Relations.SelectMany(a => Relations.SelectMany(b => Relations.Select(c => $"{a}.{b}.{c}.id"))).ToList();
        await (await SearchAsync(app, tree, new { sort = paths.Take(30) })).DataAsync();
        await (await SearchAsync(app, tree, new { sort = paths.Take(100) })).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task A_filter_may_have_thousands_of_rules_however_they_are_nested_and_no_more(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await app.CreateAsync($"/items/{notes}", new { title = "a", n = 1 });
        object[] fine = [.. Enumerable.Range(0, 2_400).Select(i => (object)new { n = new { _eq = i } })];
        var wide = string.Join(',', Enumerable.Range(0, 18).Select(i => $"{{\"n\":{i}}}"));
        var deep = "{\"n\":1}";
        for (var i = 0; i < 118; i++) deep = i % 2 == 0 ? $"{{\"_or\":[{deep},{wide}]}}" : $"{{\"_and\":[{deep},{{\"n\":1}}]}}";

        await (await SearchAsync(app, notes, new { filter = new { _or = fine }, fields = "n" })).ShouldBeDataAsync("""[{"n":1}]""");
        await (await SearchAsync(app, notes, new { filter = new { _and = fine }, fields = "n" })).ShouldBeDataAsync("[]");
        await (await RawAsync(app, "SEARCH", $"/items/{notes}", $"{{\"query\":{{\"fields\":\"n\",\"filter\":{deep}}}}}")).ShouldBeDataAsync("""[{"n":1}]""");
        await (await SearchAsync(app, notes, new { filter = new { _or = (object[])[.. fine, .. fine, .. fine] } }))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task Lists_of_values_keys_fields_and_aggregates_have_an_end(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await app.CreateAsync($"/items/{notes}", new { title = "a", n = 1 });
        var many = Enumerable.Range(0, 50_000);

        await (await SearchAsync(app, notes, new { filter = new { n = new { _in = many } }, fields = "n" })).ShouldBeDataAsync("""[{"n":1}]""");
        await (await SearchAsync(app, notes, new { filter = new { n = new { _in = many.Append(-1) } } })).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await SearchAsync(app, notes, new { filter = new { n = new { _in = string.Join(',', many.Append(-1)) } } }))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.SearchAsync($"/items/{notes}", new { keys = many.Append(-1) })).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await app.Admin.Items.ListItemsAsync(new() { Collection = notes, Keys = { many.Append(-1).Select(key => $"{key}") } })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_QUERY");

        var names = Enumerable.Repeat("n", 900).ToList();
        await (await SearchAsync(app, notes, new { aggregate = new { sum = names } })).DataAsync();
        await (await SearchAsync(app, notes, new { aggregate = new { sum = names, max = names } })).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await SearchAsync(app, notes, new { fields = Enumerable.Range(0, 1_001).Select(i => $"json(title,{i})") }))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await SearchAsync(app, notes, new { sort = Enumerable.Repeat("n", 1_001) })).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Theory, EachDatabase]
    public async Task Addresses_and_bodies_have_an_end(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");

        await (await LongAsync(app, $"/items/{notes}?search={new string('a', 1_000_000)}")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await LongAsync(app, $"/items/{notes}?{string.Join('&', Enumerable.Range(0, 2_001).Select(i => $"p{i}=1"))}"))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.PostAsync($"/items/{notes}", new { title = new string('a', 1_100_000) })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.GetAsync($"/items/{notes}")).ShouldBeDataAsync("[]");
    }

    [Fact]
    public async Task The_bounds_are_settings()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string>
        {
            ["QUERY_LIMIT_MAX"] = "5",
            ["QUERY_MAX_FILTER_RULES"] = "10",
            ["QUERY_MAX_VALUES"] = "3",
            ["QUERY_MAX_FIELDS"] = "10",
            ["QUERY_MAX_RELATIONS"] = "2",
            ["MAX_RELATIONAL_DEPTH"] = "4",
            ["MAX_BATCH_MUTATION"] = "7",
            ["MAX_PAYLOAD_SIZE"] = "2kb",
        });
        await using var app = await TestApp.OnAsync(server);
        var library = await Library.CreateAsync(app);
        var (books, seven) = ($"/items/{library.Books}", Enumerable.Range(0, 7).Select(i => new { title = $"{i}" }));

        await (await app.Admin.PostAsync(books, seven)).DataAsync();
        await (await app.Admin.PostAsync(books, seven.Append(new { title = "8" }))).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync($"/items/{library.Authors}", new { name = "a", books = seven })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync($"/items/{library.Authors}", new { name = "a", books = new[] { 1, 2, 3, 4, 5, 6, 7 } }))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PatchAsync(books, new { keys = new[] { 1, 2, 3, 4, 5, 6, 7, 8 }, data = new { title = "x" } }))
            .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.DeleteAsync(books, new[] { 1, 2, 3, 4, 5, 6, 7, 8 })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        foreach (var query in (string[])["limit=6", "filter[id][_in]=1,2,3,4", "fields=author.books.author.id", "fields=a,b,c,d,e,f,g,h,i,j,k",
            "filter[_and][0][id]=1&filter[_and][1][id]=1&filter[_and][2][id]=1&filter[_and][3][id]=1&filter[_and][4][id]=1&filter[_and][5][id]=1&filter[_and][6][id]=1&filter[_and][7][id]=1&filter[_and][8][id]=1&filter[_and][9][id]=1",
            "fields=author.books.author.books.id"])
            await (await app.Admin.GetAsync($"{books}?{query}")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.PostAsync(books, new { title = new string('a', 3_000) })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.GetAsync($"{books}?fields=title&limit=-1")).ShouldBeDataAsync("""[{"title":"0"},{"title":"1"},{"title":"2"},{"title":"3"},{"title":"4"}]""");
        await (await app.Admin.GetAsync($"{books}?aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"7"}]""");
    }

    private static readonly string[] Relations = ["p", "q", "r", "s", "t"];

    private static string Nested(string open, int times, string inner, string close) => Repeat(open, times) + inner + Repeat(close, times);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static Task<HttpResponseMessage> SearchAsync(TestApp app, string collection, object query) =>
        app.Admin.SearchAsync($"/items/{collection}", new { query });

    private static Task<HttpResponseMessage> RawAsync(TestApp app, string method, string path, string body) =>
        app.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(method),
            path)
        { Content = new StringContent(body, Encoding.UTF8, "application/json") });

    // Longer than Uri is willing to look at.
    private static Task<HttpResponseMessage> LongAsync(TestApp app, string path) => app.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Get,
        new Uri(app.Server.Url + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })));
}
