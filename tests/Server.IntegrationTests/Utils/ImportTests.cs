using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Directus.Grpc.Utils.V1;
using Google.Protobuf;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Utils;

/// <summary>Files of items are brought in, whole or not at all, and by the rights of who brings them.</summary>
public sealed class ImportTests
{
    [Theory, EachDatabase]
    public async Task A_csv_file_names_fields_and_its_values_have_their_types(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync("name");
        var books = await app.CreateCollectionAsync("title", "pages:integer", "out:boolean", "extra:json", "author:integer");
        await (await app.Admin.PostAsync("/relations",
            new { collection = books, field = "author", related_collection = authors, meta = new { }, schema = new { } })).DataAsync();
        const string csv = "\uFEFFtitle,pages,out,extra,author.name\r\n\"two, \"\"quoted\"\"\nlines\",2,true,\"{\"\"a\"\":[1]}\",Ann\r\n007,,false,,\r\n123,null,,,\r\n";

        Assert.Equal(200, (int)(await SendAsync(app.Admin, books, "text/csv", csv)).StatusCode);
        var items = await (await app.Admin.GetAsync($"/items/{books}?fields=title,pages,out,extra,author.name&sort=id")).DataAsync();
        JsonAssert.Same(JsonNode.Parse("""
            [{"title":"two, \"quoted\"\nlines","pages":2,"out":true,"extra":{"a":[1]},"author":{"name":"Ann"}},
             {"title":"007","pages":null,"out":false,"extra":null,"author":null},
             {"title":"123","pages":null,"out":null,"extra":null,"author":null}]
            """), items);
    }

    [Theory, EachDatabase]
    public async Task Items_that_are_there_are_changed_and_others_made_on_each_face(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("name", "rank:integer");
        await app.CreateAsync($"/items/{things}", new { name = "a", rank = 1 });
        Assert.Equal(200, (int)(await SendAsync(app.Admin, things, "application/json", """[{"id":1,"name":"A"},{"name":"b"}]""")).StatusCode);
        var reply = await new UtilsService.UtilsServiceClient(app.Admin.Rpc).ImportAsync(new()
        {
            Collection = things, Type = "text/csv", Content = ByteString.CopyFromUtf8("id,rank\n2,7\n9,8\n9,9\n"),
        });

        Assert.Equal(3, reply.Items);
        await (await app.Admin.GetAsync($"/items/{things}?sort=id")).ShouldBeDataAsync(
            """[{"id":1,"name":"A","rank":1},{"id":2,"name":"b","rank":7},{"id":9,"name":null,"rank":9}]""");
        await app.CreateAsync($"/items/{things}", new { name = "next" });
        var logged = (await (await app.Admin.GetAsync($"/activity?filter[collection][_eq]={things}&filter[item][_eq]=1&fields=action&sort=id"))
            .DataAsync())!;
        Assert.Equal("""[{"action":"create"},{"action":"update"}]""", logged.ToJsonString());
    }

    [Theory, EachDatabase]
    public async Task One_bad_row_lets_none_in(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("name", "rank:integer");
        (string Type, string Content)[] bad =
        [
            ("text/csv", "name,rank\na,1\nb,many\n"), ("text/csv", "name\na,b\n"), ("text/csv", "name\n\"a\n"),
            ("application/json", """[{"name":"a"},{"rank":"x"}]"""), ("application/json", """{"name":"a"}"""), ("application/json", "[{\"name\":\"a\"},]"),
            ("application/json", """[{"name":"a"},5]"""), ("application/json", """[{"name":"a","name":"b"}]"""), ("application/json", "nonsense"),
            ("application/json", $"[{new string('[', 500)}"),
        ];

        foreach (var (type, content) in bad)
        {
            var reply = await SendAsync(app.Admin, things, type, content);
            Assert.True((int)reply.StatusCode == 400, $"{content}: {(int)reply.StatusCode} {await reply.Content.ReadAsStringAsync()}");
        }

        await (await SendAsync(app.Admin, things, "text/xml", "<a/>")).ShouldBeErrorAsync(415, "UNSUPPORTED_MEDIA_TYPE");
        await (await app.Admin.PostAsync($"/utils/import/{things}", new[] { new { name = "a" } })).ShouldBeErrorAsync(415, "UNSUPPORTED_MEDIA_TYPE");
        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task Each_fault_is_told_once_with_its_rows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("rank:integer");
        await (await app.Admin.PostAsync($"/fields/{things}", new
        {
            field = "name",
            type = "string",
            schema = new { is_unique = true, is_nullable = false },
            meta = new { validation = new { name = new { _contains = "x" } } },
        })).DataAsync();
        var rows = Enumerable.Range(1, 3000).Select(row => row is 1 or 3 or (>= 2001 and <= 2004) ? $"b{row},1" : row == 5 ? ",many" : $"x{row},1");
        var reply = await SendAsync(app.Admin, things, "text/csv", $"name,rank\n{string.Join('\n', rows)}");

        Assert.Equal(400, (int)reply.StatusCode);
        var errors = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["errors"]!.AsArray();
        JsonAssert.Same(JsonNode.Parse("""[{"type":"range","start":2001,"end":2004},{"type":"lines","rows":[1,3]}]"""),
            errors.Single(error => $"{error!["extensions"]!["code"]}" == "FAILED_VALIDATION")!["extensions"]!["rows"]);
        JsonAssert.Same(JsonNode.Parse("""[{"type":"lines","rows":[5]}]"""),
            errors.Single(error => $"{error!["extensions"]!["code"]}" == "INVALID_PAYLOAD")!["extensions"]!["rows"]);

        var twice = await SendAsync(app.Admin, things, "application/json", """[{"name":"x1","rank":1},{"name":"x2","rank":2},{"name":"x1","rank":3}]""");
        var unique = JsonNode.Parse(await twice.Content.ReadAsStringAsync())!["errors"]![0]!["extensions"]!;
        Assert.Equal("RECORD_NOT_UNIQUE", unique["code"]!.ToString());
        JsonAssert.Same(JsonNode.Parse("""[{"type":"lines","rows":[3]}]"""), unique["rows"]);
        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task A_file_of_many_rows_is_one_import(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("name", "rank:integer");
        var rows = string.Join('\n', Enumerable.Range(1, 2500).Select(row => $"{row},n{row},{row}").Append("7,again,7"));
        Assert.Equal(200, (int)(await SendAsync(app.Admin, things, "text/csv", $"id,name,rank\n{rows}\n")).StatusCode);
        await (await app.Admin.GetAsync($"/items/{things}?aggregate[count]=*&aggregate[sum]=rank")).ShouldBeDataAsync(
            """[{"count":"2500","sum":{"rank":"3126250"}}]""");
        await (await app.Admin.GetAsync($"/items/{things}/7?fields=name")).ShouldBeDataAsync("""{"name":"again"}""");
        await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={things}&aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"2501"}]""");

        Assert.Equal(400, (int)(await SendAsync(app.Admin, things, "text/csv",
            $"id,name,rank\n{rows.Replace(",n", ",o", StringComparison.Ordinal)}\n9999,a,many\n")).StatusCode);
        await (await app.Admin.GetAsync($"/items/{things}?aggregate[count]=*&filter[name][_starts_with]=o")).ShouldBeDataAsync("""[{"count":"0"}]""");
    }

    [Theory, EachDatabase]
    public async Task Rights_are_those_of_each_row(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("name", "rank:integer");
        await app.CreateAsync($"/items/{things}", new { name = "a", rank = 1 });
        var maker = await app.SignInAsync(May.Create(things, "name"), May.Read(things));
        var changer = await app.SignInAsync(May.Create(things), May.Read(things), May.Update(things).Where(new { rank = new { _gt = 5 } }));

        await (await SendAsync(maker, things, "text/csv", "name,rank\nb,2\n")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await SendAsync(maker, things, "text/csv", "id,name\n1,b\n")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await SendAsync(changer, things, "text/csv", "id,name\n,c\n1,b\n")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await SendAsync(app.Anonymous, things, "text/csv", "name\nb\n")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await SendAsync(app.Admin, "directus_sessions", "text/csv", "token\nb\n")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await new UtilsService.UtilsServiceClient(maker.Rpc)
            .ImportAsync(new() { Collection = things, Type = "text/csv", Content = ByteString.CopyFromUtf8("id,name\n1,b\n") })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/items/{things}")).ShouldBeDataAsync("""[{"id":1,"name":"a","rank":1}]""");
        Assert.Equal(200, (int)(await SendAsync(maker, things, "text/csv", "name\nb\n")).StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(TestClient client, string collection, string type, string content)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content)) { Headers = { ContentType = new(type) } };
        return client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/utils/import/{collection}")
        {
            Content = new MultipartFormDataContent { { file, "file", "items.file" } },
        });
    }
}
