using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Rows as the document of API v1.1 shows them, sent as forms and as JSON.</summary>
public sealed class RowTests
{
    [Theory, EachDatabase]
    public async Task The_examples_of_the_document_are_answered_as_it_shows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await app.CreateCollectionAsync("active:integer", "title");
        var rows = $"tables/{projects}/rows";
        var meta = $$"""{"table":"{{projects}}","type":"item"}""";

        Same($$$"""{"meta":{{{meta}}},"data":{"id":1,"active":1,"title":"Lorem Ipsum"}}""",
            await old.FormAsync(HttpMethod.Post, rows, "active=1&title=Lorem+Ipsum"));
        Same($$$"""{"meta":{{{meta}}},"data":{"id":2,"active":1,"title":"Lorem Ipsum"}}""",
            await old.JsonAsync(HttpMethod.Post, rows, new { active = 1, title = "Lorem Ipsum" }));
        Same($$"""
            {"meta":{"table":"{{projects}}","type":"collection","total":2,"total_entries":2},
             "data":[{"id":1,"active":1,"title":"Lorem Ipsum"},{"id":2,"active":1,"title":"Lorem Ipsum"}]}
            """, await old.GetAsync(rows));
        Same($$$"""{"meta":{{{meta}}},"data":{"id":1,"active":1,"title":"Lorem Ipsum"}}""", await old.GetAsync($"{rows}/1"));
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Post, HttpMethod.Patch])
        {
            Same($$$"""{"meta":{{{meta}}},"data":{"id":1,"active":1,"title":"Lorem {{{method}}}"}}""",
                await old.FormAsync(method, $"{rows}/1", $"title=Lorem {method}"));
            Same($$$"""{"meta":{{{meta}}},"data":{"id":2,"active":1,"title":"Ipsum {{{method}}}"}}""",
                await old.JsonAsync(method, $"{rows}/2", new { title = $"Ipsum {method}" }));
        }

        Same($$"""{"meta":{"table":"{{projects}}"},"success":true}""", await old.DeleteAsync($"{rows}/1"));
        await old.RefusedAsync(404, $"Unable to find the record in [{projects}] with ID [1]", HttpMethod.Get, $"{rows}/1");
    }

    [Theory, EachDatabase]
    public async Task Values_look_as_they_did_and_are_taken_so(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await Projects.CreateAsync(app);
        const string form = "title=a&budget=12.5&hot=1&due=2016-12-02&begun=2016-12-02 07:44:45&seen=2016-12-02T07:44:45%2B00:00"
            + "&words=x,y&extra[a][]=1";
        var columns = "columns=title,budget,hot,due,begun,seen,words,extra";
        const string told = """
            {"title":"a","budget":12.50,"hot":1,"due":"2016-12-02","begun":"2016-12-02T07:44:45+00:00","seen":"2016-12-02T07:44:45+00:00",
             "words":"x,y","extra":{"a":["1"]}}
            """;

        var made = await old.FormAsync(HttpMethod.Post, $"{projects.Rows}?{columns}", form);
        Same(told, made["data"]!);
        // What was read can be written again.
        var again = await old.JsonAsync(HttpMethod.Put, $"{projects.Rows}/1?{columns}", made["data"]!.ToJsonString());
        Same(told, again["data"]!);
        var cleared = await old.FormAsync(HttpMethod.Put, $"{projects.Rows}/1?{columns}", "title=&budget=&hot=&due=&begun=&seen=&words=&extra=");
        Same("""{"title":"","budget":null,"hot":null,"due":null,"begun":null,"seen":null,"words":null,"extra":null}""", cleared["data"]!);
    }

    [Theory, EachDatabase]
    public async Task Relations_are_told_in_envelopes_as_deep_as_asked(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await Projects.CreateAsync(app);
        await old.JsonAsync(HttpMethod.Post, projects.Rows, new
        {
            title = "a",
            client = new { name = "Ann" },
            tasks = new object[] { new { text = "t1" }, new { text = "t2" } },
            tags = new object[] { new { label = "x" } },
        });
        var shown = "columns=id,client,tasks,tags";

        Same($$$"""
            {"id":1,
             "client":{"meta":{"table":"{{{projects.Clients}}}","type":"item"},"data":{"id":1,"name":"Ann"}},
             "tasks":{"meta":{"table":"{{{projects.Tasks}}}","type":"collection","total":2,"total_entries":2},
                      "data":[{"id":1,"text":"t1","project":1},{"id":2,"text":"t2","project":1}]},
             "tags":{"meta":{"table":"{{{projects.Tags}}}","type":"collection","total":1,"total_entries":1},"data":[{"id":1,"label":"x"}]}}
            """, (await old.GetAsync($"{projects.Rows}/1?{shown}"))["data"]!);
        Same("""{"id":1,"client":1}""", (await old.GetAsync($"{projects.Rows}/1?{shown}&depth=0"))["data"]!);
        var deeper = (await old.GetAsync($"{projects.Rows}/1?columns=tasks&depth=2"))["data"]!["tasks"]!["data"]![0]!["project"]!;
        Assert.Equal((projects.Table, 1), ((string?)deeper["meta"]!["table"], (int?)deeper["data"]!["client"]));
        Same("""{"client":{"meta":{"table":"CLIENTS","type":"item"},"data":{"name":"Ann"}}}""".Replace("CLIENTS", projects.Clients),
            (await old.GetAsync($"{projects.Rows}/1?columns=client.name&depth=0"))["data"]!);
        await old.RefusedAsync(422, "The depth has to be between 0 and 5", HttpMethod.Get, $"{projects.Rows}?depth=6");
        await old.RefusedAsync(404, "Unable to find the column [nope]", HttpMethod.Get, $"{projects.Rows}?columns=id,nope");
    }

    [Theory, EachDatabase]
    public async Task Lists_of_related_rows_only_grow_unless_an_entry_is_given_up(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await Projects.CreateAsync(app);
        await old.JsonAsync(HttpMethod.Post, projects.Rows, """{"tasks":[{"text":"t1"}],"tags":[{"label":"x"},{"label":"y"}]}""");
        await old.JsonAsync(HttpMethod.Post, $"tables/{projects.Tasks}/rows", new { text = "t2" });
        async Task<string> ListedAsync(string list, string column) =>
            string.Join(',', (await old.GetAsync($"{projects.Rows}/1"))["data"]![list]!["data"]!.AsArray().Select(row => (string?)row![column]));

        await old.JsonAsync(HttpMethod.Put, $"{projects.Rows}/1", """{"tasks":[2,{"text":"t3"}],"tags":[1,{"id":2,"label":"z"}]}""");
        Assert.Equal(("t1,t2,t3", "x,z"), (await ListedAsync("tasks", "text"), await ListedAsync("tags", "label")));
        await old.FormAsync(HttpMethod.Put, $"{projects.Rows}/1", "tags[0][label]=w");
        Assert.Equal("x,z,w", await ListedAsync("tags", "label"));
        await old.JsonAsync(HttpMethod.Put, $"{projects.Rows}/1", """{"tasks":[{"id":1,"active":0}],"tags":[{"id":2,"active":0}]}""");
        Assert.Equal(("t2,t3", "x,w"), (await ListedAsync("tasks", "text"), await ListedAsync("tags", "label")));
        // As it is read it is written.
        var read = await old.GetAsync($"{projects.Rows}/1");
        await old.JsonAsync(HttpMethod.Put, $"{projects.Rows}/1", read["data"]!.ToJsonString());
        JsonAssert.Same(read, await old.GetAsync($"{projects.Rows}/1"));
    }

    [Theory, EachDatabase]
    public async Task Statuses_are_counted_filtered_and_written_by_their_numbers(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var posts = await app.CreateCollectionAsync("title", "state");
        var archive = new { archive_field = "state", archive_value = "gone", unarchive_value = "draft" };
        await (await app.Admin.PatchAsync($"/collections/{posts}", new { meta = archive })).DataAsync();
        var choices = new { choices = new[] { new { value = "draft" }, new { value = "review" }, new { value = "published" } } };
        await (await app.Admin.PatchAsync($"/fields/{posts}/state", new { meta = new { options = choices } })).DataAsync();
        var rows = $"tables/{posts}/rows";
        await old.JsonAsync(HttpMethod.Post, $"{rows}/bulk",
            """{"rows":[{"title":"a","active":1},{"title":"b","active":2},{"title":"c","active":0},{"title":"d","state":"review"}]}""");
        async Task<string> TitlesAsync(string query) =>
            string.Join(',', (await old.GetAsync($"{rows}?{query}"))["data"]!.AsArray().Select(row => $"{row!["title"]}:{row["state"]}"));

        Same($$"""{"table":"{{posts}}","type":"collection","total":1,"Active":2,"Delete":1,"Draft":1,"total_entries":4}""",
            (await old.GetAsync($"{rows}?limit=1"))["meta"]!);
        Assert.Equal("a:published,b:draft,c:gone,d:review", await TitlesAsync(""));
        Assert.Equal("a:published,d:review", await TitlesAsync("status=1"));
        Assert.Equal("b:draft,c:gone", await TitlesAsync("status=0,2"));
        Assert.Equal("", await TitlesAsync("status=7"));
        Assert.Equal("a:published,b:draft,c:gone,d:review", await TitlesAsync("status=1&preview=1"));
        await old.FormAsync(HttpMethod.Put, $"{rows}/1", "active=0");
        Same($$"""{"meta":{"table":"{{posts}}"},"success":true}""", await old.DeleteAsync($"{rows}/2?soft=1"));
        Assert.Equal("a:gone,b:gone,c:gone,d:review", await TitlesAsync(""));

        var plain = await app.CreateCollectionAsync("title");
        await old.FormAsync(HttpMethod.Post, $"tables/{plain}/rows", "title=x");
        const string refusal = "Cannot soft delete. Table has not status column.";
        await old.RefusedAsync(404, refusal, HttpMethod.Put, $"tables/{plain}/rows/1", "active=0");
        await old.RefusedAsync(404, refusal, HttpMethod.Delete, $"tables/{plain}/rows/1?soft=true");
        Assert.Equal(1, (int?)(await old.GetAsync($"tables/{plain}/rows"))["meta"]!["total"]);
    }

    [Theory, EachDatabase]
    public async Task Many_rows_are_written_all_or_none(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title");
        var bulk = $"tables/{table}/rows/bulk";
        string Rows(string rows, int total) =>
            $$$"""{"meta":{"table":"{{{table}}}","type":"collection","total":{{{total}}},"total_entries":3},"data":{{{rows}}}}""";

        Same(Rows("""[{"id":1,"title":"a"},{"id":2,"title":"b"},{"id":3,"title":"c"}]""", 3),
            await old.FormAsync(HttpMethod.Post, bulk, "rows[0][title]=a&rows[1][title]=b&rows[2][title]=c"));
        Same(Rows("""[{"id":2,"title":"B"},{"id":1,"title":"A"}]""", 2),
            await old.JsonAsync(HttpMethod.Put, bulk, """{"rows":[{"id":2,"title":"B"},{"id":1,"title":"A"}]}"""));
        Same(Rows("""[{"id":3,"title":"C"}]""", 1), await old.JsonAsync(HttpMethod.Patch, bulk, """{"rows":[{"id":3,"title":"C"}]}"""));
        Same(Rows("""[{"id":3,"title":"d"}]""", 1), await old.JsonAsync(HttpMethod.Put, $"tables/{table}/rows", """[{"id":3,"title":"d"}]"""));
        Same($$$"""{"meta":{"table":"{{{table}}}","type":"item"},"data":{"id":3,"title":"e"}}""",
            await old.FormAsync(HttpMethod.Put, $"tables/{table}/rows", "id=3&title=e"));
        await old.RefusedAsync(422, "Rows no specified", HttpMethod.Post, bulk, "title=x");
        await old.RefusedAsync(422, "Row without primary key field", HttpMethod.Put, bulk, "rows[0][id]=1&rows[0][title]=x&rows[1][title]=y");
        await old.JsonAsync(HttpMethod.Delete, bulk, """{"rows":[{"id":1},{"id":77}]}""", 404);
        Assert.Equal(3, (int?)(await old.GetAsync($"tables/{table}/rows"))["meta"]!["total_entries"]);
        Same($$$"""{"meta":{"table":"{{{table}}}","ids":[1,2]},"data":{"success":true}}""",
            await old.JsonAsync(HttpMethod.Delete, bulk, """{"rows":[{"id":1},{"id":2}]}"""));
    }

    [Theory, EachDatabase]
    public async Task Lists_are_limited_ordered_and_chosen_by_the_old_parameters(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title", "place:integer");
        var rows = string.Join('&', Enumerable.Range(1, 6).Select(i => $"rows[{i}][title]=t{i}&rows[{i}][place]={i % 3}"));
        await old.FormAsync(HttpMethod.Post, $"tables/{table}/rows/bulk", rows);
        async Task<string> IdsAsync(string query) => string.Concat((await old.GetAsync($"tables/{table}/rows?{query}"))["data"]!.AsArray()
            .Select(row => (string?)row!["id"]!.ToString()));
        (string Query, string Ids)[] lists =
        [
            ("", "123456"), ("limit=2", "12"), ("limit=2&offset=3", "45"), ("limit=0", ""), ("limit=-1&offset=4", "56"),
                ("perPage=2&currentPage=1", "34"),
            ("order[place]=DESC&order[id]=asc", "251436"), ("orderBy=id&orderDirection=DESC", "654321"),
                ("sort=id&sort_order=desc&orderBy=title", "654321"),
            ("ids=5,2,99", "25"), ("ids=", ""), ("in[id]=1,2&in[place][]=1", "1"), ("q=t3", "3"), ("search=t4", "4"),
                ("filters[place]=0&limit=1&limit=5", "36"),
        ];

        foreach (var (query, ids) in lists) Assert.Equal((query, ids), (query, await IdsAsync(query)));
        Same("""{"data":[{"title":"t1"}]}""", await old.GetAsync($"tables/{table}/rows?meta=0&limit=1&columns=title"));
        Same($$$"""{"meta":{"table":"{{{table}}}","type":"item"},"data":{"title":"t2"}}""",
            await old.GetAsync($"tables/{table}/rows?single=1&ids=2&columns[]=title"));
        await old.RefusedAsync(422, "The parameter [limit] has to be a number", HttpMethod.Get, $"tables/{table}/rows?limit=ten");
        await old.RefusedAsync(422, "The limit has to be -1 or more", HttpMethod.Get, $"tables/{table}/rows?limit=-2");
        await old.RefusedAsync(422, "The offset has to be 0 or more", HttpMethod.Get, $"tables/{table}/rows?offset=-1");
        await old.RefusedAsync(422, "The order [UP] is neither ASC nor DESC", HttpMethod.Get, $"tables/{table}/rows?order[id]=UP");
    }

    [Theory, EachDatabase]
    public async Task Administrators_may_leave_the_log_and_nobody_else(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("title");
        using var old = OldClient.Admin(app);
        using var member = new OldClient(app.Server, (await app.SignInAsync(May.Create(table), May.Read(table), May.Update(table))).Token);
        async Task<int> LoggedAsync() =>
            (await (await app.Admin.GetAsync($"/activity?filter[collection][_eq]={table}&limit=-1")).DataAsync())!.AsArray().Count;

        await old.FormAsync(HttpMethod.Post, $"tables/{table}/rows?skip_activity_log=1", "title=a");
        await old.FormAsync(HttpMethod.Put, $"tables/{table}/rows/1?skip_activity_log=1", "title=b");
        Assert.Equal(0, await LoggedAsync());
        await member.FormAsync(HttpMethod.Post, $"tables/{table}/rows?skip_activity_log=1", "title=c");
        await member.FormAsync(HttpMethod.Put, $"tables/{table}/rows/1?skip_activity_log=1", "title=d");
        await old.DeleteAsync($"tables/{table}/rows/1");
        Assert.Equal(3, await LoggedAsync());
    }

    [Theory, EachDatabase]
    public async Task Messages_say_the_same_as_HTTP(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var projects = await Projects.CreateAsync(app);
        var rpc = new LegacyRowsService.LegacyRowsServiceClient(app.Admin.Rpc);
        var made = await rpc.CreateRowAsync(new()
        {
            Table = projects.Table,
            Body = Structs.Of(new { title = "a", hot = 1, client = new { name = "Ann" } })
        });
        var listed = await rpc.ListRowsAsync(new()
        {
            Table = projects.Table,
            Parameters = Structs.Of(new { filters = new { title = new { like = "A" } } })
        });

        JsonAssert.Same((await old.GetAsync($"{projects.Rows}/1"))["data"], made.Data.StructValue.ToJson());
        var http = await old.GetAsync($"{projects.Rows}?filters[title][like]=A");
        JsonAssert.Same(http["meta"], listed.Meta.ToJson());
        JsonAssert.Same(http["data"], new[] { listed.Data.ListValue.Values[0].StructValue }.ToJson());
        Assert.True((await rpc.DeleteRowAsync(new() { Table = projects.Table, Id = "1" })).Success);
        await rpc.GetRowAsync(new() { Table = projects.Table, Id = "1" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}
