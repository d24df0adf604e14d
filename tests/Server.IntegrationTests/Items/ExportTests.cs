using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

public sealed class ExportTests
{
    [Theory, EachDatabase]
    public async Task Csv_has_a_column_for_each_path_and_text_in_quotes(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);

        var reply = await app.Admin.GetAsync($"/items/{things}?fields=title,views,done,extra&sort=id&export=csv");

        Assert.Equal("text/csv; charset=utf-8", reply.Content.Headers.ContentType?.ToString());
        Assert.Matches($"^attachment; filename=\"{things} [0-9]{{8}}-[0-9]{{6}}\\.csv\"$", reply.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(
            """
            "title","views","done","extra.a.b","extra.list","extra"
            "say ""hi"", =1+1",3,true,1,"[1,""x"",null]",
            ,,,,,
            "two
            lines",,false,,,"[]"
            """, await reply.Content.ReadAsStringAsync());
    }

    [Theory, EachDatabase]
    public async Task Csv_for_spreadsheets_begins_with_a_byte_order_mark(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);

        var bytes = await (await app.Admin.GetAsync($"/items/{things}?fields=id&limit=1&export=csv_utf8")).Content.ReadAsByteArrayAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "\"id\"\n1"u8], bytes);
    }

    [Theory, EachDatabase]
    public async Task Xml_yaml_and_json_carry_the_rows_without_an_envelope(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        Task<string> ExportAsync(string export) => TextAsync(app.Admin, $"/items/{things}?fields=title,extra&sort=id&limit=2&export={export}&meta=*");

        Assert.Equal(
            """
            <?xml version='1.0'?>
            <data>
                <data>
                    <title>say "hi", =1+1</title>
                    <extra>
                        <a>
                            <b>1</b>
                        </a>
                        <list>1</list>
                        <list>x</list>
                        <list>null</list>
                    </extra>
                </data>
                <data>
                    <title>null</title>
                    <extra>null</extra>
                </data>
            </data>
            """, await ExportAsync("xml"));
        Assert.Equal(
            """
            - title: say "hi", =1+1
              extra:
                a:
                  b: 1
                list:
                  - 1
                  - x
                  - null
            - title: null
              extra: null

            """, await ExportAsync("yaml"));
        JsonAssert.Same(JsonNode.Parse("""[{"title":"say \"hi\", =1+1","extra":{"a":{"b":1},"list":[1,"x",null]}},{"title":null,"extra":null}]"""),
            JsonNode.Parse(await ExportAsync("json")));
    }

    [Theory, EachDatabase]
    public async Task Yaml_quotes_what_would_be_read_as_something_else(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var words = await app.CreateCollectionAsync("w");
        foreach (var w in new[] { "yes", "12", "2024-01-01", "- x", "a: b", "#", "", "plain, [text]" })
            await app.CreateAsync($"/items/{words}", new { w });

        Assert.Equal("- w: 'yes'\n- w: '12'\n- w: '2024-01-01'\n- w: '- x'\n- w: 'a: b'\n- w: '#'\n- w: ''\n- w: plain, [text]\n",
            await TextAsync(app.Admin, $"/items/{words}?fields=w&sort=id&export=yaml"));
    }

    [Theory, EachDatabase]
    public async Task Names_that_xml_does_not_have_are_encoded(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("extra:json");
        await app.CreateAsync($"/items/{things}", new { extra = new Dictionary<string, string> { ["d e"] = "<&\u0001" } });

        Assert.Contains("<d_x0020_e>&lt;&amp;\uFFFD</d_x0020_e>", await TextAsync(app.Admin, $"/items/{things}?export=xml"),
            StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Nothing_found_is_an_empty_file(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        Task<string> ExportAsync(string export) => TextAsync(app.Admin, $"/items/{things}?export={export}");

        Assert.Equal(("", "[]", "<?xml version='1.0'?>\n<data/>", "[]\n"),
            (await ExportAsync("csv"), await ExportAsync("json"), await ExportAsync("xml"), await ExportAsync("yaml")));
    }

    [Theory, EachDatabase]
    public async Task One_item_groups_and_a_search_are_exported_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        var search = await app.Admin.SendAsync(new HttpMethod("SEARCH"), $"/items/{things}",
            new { query = new { fields = new[] { "id" }, sort = new[] { "id" }, export = "csv" } });

        Assert.Equal("\"id\"\n1\n2\n3", await search.Content.ReadAsStringAsync());
        Assert.Equal("id: 1\n", await TextAsync(app.Admin, $"/items/{things}/1?fields=id&export=yaml"));
        Assert.Equal("\"done\",\"count\",\"max.id\"\nfalse,\"1\",3\ntrue,\"1\",1",
            await TextAsync(app.Admin,
                $"/items/{things}?aggregate[count]=*&aggregate[max]=id&groupBy=done&sort=done&filter[done][_nnull]=true&export=csv"));
    }

    [Theory, EachDatabase]
    public async Task A_refused_export_is_a_plain_refusal(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await ThingsAsync(app);
        var reader = await app.SignInAsync(May.Read(things, "title"));

        var refused = await reader.GetAsync($"/items/{things}?fields=title,extra&export=csv");

        await refused.ShouldBeErrorAsync(403, "FORBIDDEN");
        Assert.Null(refused.Content.Headers.ContentDisposition);
        Assert.Equal("\"title\"\n\"say \"\"hi\"\", =1+1\"",
            await TextAsync(reader, $"/items/{things}?limit=1&sort=title&export=csv&filter[title][_starts_with]=say"));
        await (await app.Admin.GetAsync($"/items/{things}?export=pdf")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    private static async Task<string> TextAsync(TestClient client, string path) => await (await client.GetAsync(path)).Content.ReadAsStringAsync();

    private static async Task<string> ThingsAsync(TestApp app)
    {
        var things = await app.CreateCollectionAsync("title", "views:integer", "done:boolean", "extra:json");
        var extra = new { a = new { b = 1 }, list = new object?[] { 1, "x", null } };
        await app.CreateAsync($"/items/{things}", new { title = "say \"hi\", =1+1", views = 3, done = true, extra });
        await app.CreateAsync($"/items/{things}", new { });
        await app.CreateAsync($"/items/{things}", new { title = "two\nlines", done = false, extra = Array.Empty<int>() });
        return things;
    }
}
