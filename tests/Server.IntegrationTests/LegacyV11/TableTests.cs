using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Tables and columns of API v1.1, made and told as the document shows.</summary>
public sealed class TableTests
{
    private static readonly string[] TableKeys =
    [
        "id", "name", "table_name", "columns", "primary_column", "schema", "hidden", "single", "is_junction_table", "default_status",
        "user_create_column", "user_update_column", "date_create_column", "date_update_column", "created_at", "date_created", "comment",
        "row_count", "footer", "list_view", "column_groupings", "filter_column_blacklist", "preferences",
    ];

    private static readonly string[] ColumnKeys =
    [
        "id", "name", "column_name", "table_name", "type", "data_type", "column_type", "length", "char_length", "precision", "scale", "sort",
        "default_value", "nullable", "is_nullable", "column_key", "extra_options", "options", "required", "system", "master", "is_writable",
        "ui", "hidden", "hidden_list", "hidden_input", "relationship", "relationship_type", "related_table", "junction_table",
        "junction_key_left", "junction_key_right", "comment",
    ];

    [Theory, EachDatabase]
    public async Task A_table_is_made_told_changed_and_deleted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var name = $"t_{TestApp.Mark()}";

        var made = await old.FormAsync(HttpMethod.Post, "tables", $"name={name}");
        Assert.Equal("""{"table":"directus_tables","type":"item"}""", made["meta"]!.ToJsonString());
        var table = made["data"]!;
        Assert.Equal(TableKeys, table.AsObject().Select(property => property.Key));
        Assert.Equal((name, "id", "2", 0),
            ((string?)table["name"], (string?)table["primary_column"], (string?)table["default_status"], (int?)table["row_count"]));
        Assert.Equal([("id", "INT", "PRI"), ("active", "INT", null)], table["columns"]!.AsArray()
            .Select(column => ((string?)column!["name"], (string?)column["type"], (string?)column["column_key"])));
        Assert.All(table["columns"]!.AsArray(), column => Assert.Equal(ColumnKeys, column!.AsObject().Select(property => property.Key)));
        JsonAssert.Same(made, await old.GetAsync($"tables/{name}"));
        await old.FormAsync(HttpMethod.Post, $"tables/{name}/rows", "active=1");
        Assert.Equal(1, (int?)(await old.GetAsync($"tables/{name}"))["data"]!["row_count"]);
        Assert.Contains(name, Names(await old.GetAsync("tables")));
        JsonAssert.Same(JsonNode.Parse($$$"""{"success":false,"error":{"message":"Table \"{{{name}}}\" already exists"}}"""),
            await old.JsonAsync(HttpMethod.Post, "tables", new { name }));

        var other = $"o_{TestApp.Mark()}";
        Assert.Equal(other,
            (string?)(await old.FormAsync(HttpMethod.Post, "privileges/1", $"addTable=true&table_name={other}"))["data"]!["table_name"]);
        Assert.Contains(other, Names(await old.GetAsync("tables")));
        await old.JsonAsync(HttpMethod.Post, $"tables/{name}/columns", new { column_name = "maker", ui = "system_user" });
        var changed = (await old.FormAsync(HttpMethod.Put, $"tables/{name}", "hidden=1&single=0&comment=Some&user_create_column=maker"))["data"]!;
        Assert.Equal((true, false, "Some", "maker"),
            ((bool?)changed["hidden"], (bool?)changed["single"], (string?)changed["comment"], (string?)changed["user_create_column"]));
        Assert.True((bool?)(await old.DeleteAsync($"tables/{name}"))["success"]);
        await old.RefusedAsync(404, $"Unable to find the table \"{name}\"", HttpMethod.Get, $"tables/{name}");
        await old.RefusedAsync(422, "The name [a b] may hold letters, digits, - and _", HttpMethod.Post, "tables", "name=a b");
    }

    [Theory, EachDatabase]
    public async Task Columns_are_made_told_changed_and_deleted_as_the_document_shows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title");
        var columns = $"tables/{table}/columns";

        var made = await old.FormAsync(HttpMethod.Post, columns, "column_name=year&data_type=int&char_length=4&ui=numeric&comment=Year+build");
        Assert.Equal("""{"table":"directus_columns","type":"item"}""", made["meta"]!.ToJsonString());
        Told(made["data"]!, """{"name":"year","type":"INT","ui":"numeric","comment":"Year build","column_type":"int(11)","required":false,"hidden":false}""");
        var text = await old.JsonAsync(HttpMethod.Post, columns,
            new { name = "slug", type = "VARCHAR", length = 100, ui = "text_input", required = 1, sort = 3, options = new { placeholder = "x" } });
        Told(text["data"]!, """
            {"column_name":"slug","type":"VARCHAR","length":100,"char_length":"100","column_type":"varchar(100)","required":true,"sort":3,
             "ui":"textinput","options":{"placeholder":"x"},"is_nullable":"YES","system":false,"is_writable":true}
            """);
        Told((await old.JsonAsync(HttpMethod.Post, columns, new { name = "hot", type = "tinyint", ui = "toggle", default_value = 1 }))["data"]!,
            """{"type":"TINYINT","column_type":"tinyint(1)","default_value":"true","ui":"toggle"}""");
        Assert.Equal(["id", "title", "year", "slug", "hot"], Names(await old.GetAsync(columns)));
        Told((await old.GetAsync($"{columns}/id"))["data"]!, """{"name":"id","column_key":"PRI","system":true,"nullable":false,"is_nullable":"NO"}""");

        Told((await old.FormAsync(HttpMethod.Put, $"{columns}/title", "comment=Project+Name&data_type=INT&hidden_input=1"))["data"]!,
            """{"comment":"Project Name","type":"VARCHAR","hidden":true,"hidden_list":true,"hidden_input":true}""");
        var bulk = await old.JsonAsync(HttpMethod.Patch, $"{columns}/bulk", """{"rows":[{"id":"year","comment":"a"},{"id":"slug","comment":"b"}]}""");
        Assert.Equal(["a", "b"], bulk["data"]!.AsArray().Where(column => (string?)column!["name"] is "year" or "slug")
            .Select(column => (string?)column!["comment"]).Order());
        Assert.Equal("""{"max":9,"min":1}""", (await old.FormAsync(HttpMethod.Post, $"{columns}/year/numeric", "max=9&min=1"))["data"]!.ToJsonString()
            .Replace("\"9\"", "9").Replace("\"1\"", "1"));
        Assert.Equal("9", (string?)(await old.GetAsync($"{columns}/year/numeric"))["data"]!["max"]);

        JsonAssert.Same(JsonNode.Parse($$$"""{"meta":{"table":"{{{table}}}","column":"slug"},"success":true}"""), await old.DeleteAsync($"{columns}/slug"));
        JsonAssert.Same(JsonNode.Parse($$$"""
            {"meta":{"table":"{{{table}}}","column":"slug"},"success":false,
             "error":{"message":"column `slug` does not exists in table: `{{{table}}}`"}}
            """), await old.DeleteAsync($"{columns}/slug"));
        Assert.False((bool?)(await old.DeleteAsync($"{columns}/id"))["success"]);
        await old.RefusedAsync(404, "Unable to find the column [slug]", HttpMethod.Get, $"{columns}/slug");
        await old.SendAsync(HttpMethod.Post, columns, new StringContent("""{"name":"year","type":"int"}""", System.Text.Encoding.UTF8, "application/json"), 409);
        await old.RefusedAsync(422, "The type [foo] is unknown", HttpMethod.Post, columns, "name=x&type=foo");
    }

    [Theory, EachDatabase]
    public async Task Relations_are_made_with_their_columns_all_or_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var (books, authors, tags) = (await app.CreateCollectionAsync("title"), await app.CreateCollectionAsync("name"),
            await app.CreateCollectionAsync("label"));
        var junction = $"j_{TestApp.Mark()}";
        async Task<JsonNode> MakeAsync(string table, object column) =>
            (await old.JsonAsync(HttpMethod.Post, $"tables/{table}/columns", column))["data"]!;

        var author = await MakeAsync(books,
            new { column_name = "author", data_type = "INT", ui = "many_to_one", relationship_type = "MANYTOONE", related_table = authors });
        JsonAssert.Same(JsonNode.Parse($$"""{"type":"MANYTOONE","related_table":"{{authors}}","junction_table":null,"junction_key_left":null,"junction_key_right":"author"}"""),
            author["relationship"]);
        var list = await MakeAsync(authors, new
        {
            name = "books",
            type = "ALIAS",
            ui = "one_to_many",
            relationship_type = "ONETOMANY",
            related_table = books,
            junction_key_right = "author"
        });
        Told(list, $$"""{"type":"ALIAS","relationship_type":"ONETOMANY","related_table":"{{books}}","junction_key_right":"author","ui":"one_to_many"}""");
        var many = await MakeAsync(books, new
        {
            name = "tags",
            type = "ALIAS",
            ui = "many_to_many",
            relationship_type = "MANYTOMANY",
            related_table = tags,
            junction_table = junction,
            junction_key_left = "book",
            junction_key_right = "tag",
        });
        Told(many, $$"""{"relationship_type":"MANYTOMANY","related_table":"{{tags}}","junction_table":"{{junction}}","junction_key_left":"book","junction_key_right":"tag"}""");
        Assert.True((bool?)(await old.GetAsync($"tables/{junction}"))["data"]!["is_junction_table"]);
        Told(await MakeAsync(books, new { name = "cover", ui = "single_file" }), """{"relationship_type":"MANYTOONE","related_table":"directus_files","ui":"single_file"}""");

        await old.JsonAsync(HttpMethod.Post, $"tables/{books}/rows", """{"title":"a","author":{"name":"Ann"},"tags":[{"label":"x"}]}""");
        var row = (await old.GetAsync($"tables/{authors}/rows/1"))["data"]!;
        Assert.Equal("a", (string?)row["books"]!["data"]![0]!["title"]);
        Assert.Equal("x", (string?)(await old.GetAsync($"tables/{books}/rows/1"))["data"]!["tags"]!["data"]![0]!["label"]);

        // Of what is refused nothing is made.
        await old.JsonAsync(HttpMethod.Post, $"tables/{authors}/columns",
            new { name = "none", type = "ALIAS", relationship_type = "ONETOMANY", related_table = books, junction_key_right = "nope" }, 422);
        await old.JsonAsync(HttpMethod.Post, $"tables/{authors}/columns",
            new
            {
                name = "none",
                type = "ALIAS",
                relationship_type = "MANYTOMANY",
                related_table = tags,
                junction_table = junction,
                junction_key_left = "book",
                junction_key_right = "tag"
            }, 422);
        await old.JsonAsync(HttpMethod.Post, $"tables/{authors}/columns",
            new { name = "none", type = "INT", relationship_type = "MANYTOONE", related_table = "nope" }, 404);
        Assert.DoesNotContain("none", Names(await old.GetAsync($"tables/{authors}/columns")));
    }

    [Theory, EachDatabase]
    public async Task What_a_caller_may_not_read_is_not_told_and_only_administrators_change_the_model(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (open, closed) = (await app.CreateCollectionAsync("title", "secret"), await app.CreateCollectionAsync("title"));
        using var reader = new OldClient(app.Server, (await app.SignInAsync(May.Read(open, "id", "title"))).Token);
        using var stranger = new OldClient(app.Server, null);

        var names = Names(await reader.GetAsync("tables?include_system=1"));
        Assert.True(names.Contains(open) && !names.Contains(closed) && !names.Contains("directus_settings"));
        Assert.Equal(["id", "title"], Names(await reader.GetAsync($"tables/{open}/columns")));
        Assert.Equal(["id", "title"], (await reader.GetAsync($"tables/{open}"))["data"]!["columns"]!.AsArray()
            .Select(column => (string?)column!["name"]));
        await reader.RefusedAsync(404, "Unable to find the column [secret]", HttpMethod.Get, $"tables/{open}/columns/secret");
        await reader.RefusedAsync(404, $"Unable to find the table \"{closed}\"", HttpMethod.Get, $"tables/{closed}/columns");
        (HttpMethod Method, string Path)[] changes =
        [
            (HttpMethod.Post, "tables"), (HttpMethod.Put, $"tables/{open}"), (HttpMethod.Delete, $"tables/{open}"),
                (HttpMethod.Post, $"tables/{open}/columns"),
            (HttpMethod.Put, $"tables/{open}/columns/title"), (HttpMethod.Patch, $"tables/{open}/columns/bulk"),
            (HttpMethod.Delete, $"tables/{open}/columns/title"), (HttpMethod.Post, $"tables/{open}/columns/title/textinput"),
        ];
        foreach (var (method, path) in changes)
        {
            await reader.SendAsync(method, path, null, 403);
            await stranger.SendAsync(method, path, null, 401);
        }

        Assert.Equal(["id", "title"], Names(await reader.GetAsync($"tables/{open}/columns")));
        var rpc = new LegacyTablesService.LegacyTablesServiceClient(app.Admin.Rpc);
        Assert.Equal(open, (await rpc.GetTableAsync(new() { Table = open })).Data.StructValue.Fields["name"].StringValue);
        await new LegacyColumnsService.LegacyColumnsServiceClient(app.Anonymous.Rpc).ListColumnsAsync(new() { Table = open })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_list_through_a_junction_names_no_table_that_the_caller_may_not_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var (books, tags, junction) = (await app.CreateCollectionAsync("title"), await app.CreateCollectionAsync("label"), $"j_{TestApp.Mark()}");
        await old.JsonAsync(HttpMethod.Post, $"tables/{books}/columns", new
        {
            name = "tags",
            type = "ALIAS",
            ui = "many_to_many",
            relationship_type = "MANYTOMANY",
            related_table = tags,
            junction_table = junction,
            junction_key_left = "book",
            junction_key_right = "tag",
        });
        using var reader = new OldClient(app.Server, (await app.SignInAsync(May.Read(books), May.Read(junction))).Token);

        var column = (await reader.GetAsync($"tables/{books}/columns/tags"))["data"]!;
        Told(column, """{"relationship":null,"relationship_type":null,"related_table":null,"junction_table":null,"junction_key_right":null}""");
        foreach (var path in (string[])[$"tables/{books}", $"tables/{books}/columns", $"tables/{junction}/columns"])
            Assert.DoesNotContain(tags, (await reader.GetAsync(path)).ToJsonString());
    }

    private static List<string> Names(JsonNode answer) => [.. answer["data"]!.AsArray().Select(entry => (string)entry!["name"]!)];

    // These among others.
    private static void Told(JsonNode got, string want)
    {
        foreach (var (name, value) in JsonNode.Parse(want)!.AsObject()) JsonAssert.Same(value, got[name]);
    }
}
