using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Preferences and bookmarks: presets, which the app shows too.</summary>
public sealed class PreferenceTests
{
    private const string LoginNeeded = "You must be logged in to access the API";

    [Theory, EachDatabase]
    public async Task Preferences_are_usual_until_they_are_stored(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("a", "b", "c", "d", "e", "f", "g");
        using var person = await Person.CreateAsync(app, null, May.Read(table));
        var (old, path) = (person.Client, $"tables/{table}/preferences");
        string Told(string id, string columns, string order, string status = "1,2",
            string sort = "id", string search = "null", string title = "null") => $$$"""
            {"meta":{"table":"directus_preferences","type":"item"},
             "data":{"id":{{{id}}},"user":{{{person.Number}}},"table_name":"{{{table}}}","title":{{{title}}},
                     "columns_visible":"{{{columns}}}","sort":"{{{sort}}}",
                     "sort_order":"{{{order}}}","status":"{{{status}}}","search_string":{{{search}}}}}
            """;

        Same(Told("null", "id,a,b,c,d,e", "ASC"), await old.GetAsync(path));
        Same(Told("null", "id,a,b,c,d,e", "ASC"), await old.GetAsync($"preferences/{table}"));
        Assert.Empty((await (await person.Modern.GetAsync("/presets")).DataAsync())!.AsArray());
        var made = await old.FormAsync(HttpMethod.Put, path, "sort_order=DESC");
        var id = $"{made["data"]!["id"]}";
        Same(Told(id, "id,a,b,c,d,e", "DESC"), made);
        Same(Told(id, "a,g", "DESC", "1", "a", "\"x\""),
            await old.JsonAsync(HttpMethod.Post, path, new { columns_visible = "a,g", sort = "a", status = 1, search_string = "x" }));
        Same(Told(id, "a,g", "DESC", "1", "a", "\"x\""), await old.GetAsync(path));
        var preset = (await (await person.Modern.GetAsync($"/presets/{id}")).DataAsync())!;
        Same("""{"tabular":{"sort":["-a"],"fields":["a","g"]},"legacy":{"status":"1"}}""", preset["layout_query"]!);
        Assert.Equal((table, null, "tabular", person.Id, "x"),
            ((string?)preset["collection"], (string?)preset["bookmark"], (string?)preset["layout"], (string?)preset["user"],
                (string?)preset["search"]));

        var titled = await old.FormAsync(HttpMethod.Post, $"preferences/{table}", "title=Mine&status=2");
        Same(Told($"{titled["data"]!["id"]}", "id,a,b,c,d,e", "ASC", "2", title: "\"Mine\""), await old.GetAsync($"{path}?title=Mine"));
        Same("""{"success":true}""", await old.DeleteAsync($"{path}?id={id}"));
        Same("""{"success":true}""", await old.JsonAsync(HttpMethod.Delete, path, new { title = "Mine" }));
        await old.SendAsync(HttpMethod.Delete, $"{path}?id={id}", null, 404);
        Same(Told("null", "id,a,b,c,d,e", "ASC"), await old.GetAsync(path));
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_preference_is_refused_and_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (table, hidden) = (await app.CreateCollectionAsync("title", "secret"), await app.CreateCollectionAsync("title"));
        using var person = await Person.CreateAsync(app, null, May.Read(table, "id", "title"));
        using var stranger = new OldClient(app.Server, null);
        using var nobody = new OldClient(app.Server, (await app.SignInAsync(May.Read(table))).Token);
        var path = $"tables/{table}/preferences";

        foreach (var form in (string[])["sort=secret", "columns_visible=id,secret", "sort=nope"])
            await person.Client.RefusedAsync(404, $"Unable to find the column [{form.Split('=', ',')[^1]}]", HttpMethod.Put, path, form);
        await person.Client.RefusedAsync(422, "The order [UP] is neither ASC nor DESC", HttpMethod.Put, path, "sort_order=UP");
        await person.Client.RefusedAsync(404, $"Unable to find the table \"{hidden}\"", HttpMethod.Get, $"tables/{hidden}/preferences");
        await person.Client.RefusedAsync(404, $"Unable to find the table \"{hidden}\"", HttpMethod.Put, $"tables/{hidden}/preferences", "sort=id");
        await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Get, path);
        await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Put, path, "sort=id");
        // Who has no presets has what is usual, and stores none.
        Assert.Null((await nobody.GetAsync(path))["data"]!["id"]);
        await nobody.FormAsync(HttpMethod.Put, path, "sort=id", 403);
        Assert.Empty((await (await app.Admin.GetAsync($"/presets?filter[collection][_in]={table},{hidden}")).DataAsync())!.AsArray());
    }

    [Theory, EachDatabase]
    public async Task Bookmarks_lead_to_tables_and_elsewhere(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("title");
        using var person = await Person.CreateAsync(app, null, May.Read(table));
        var old = person.Client;
        string Bookmark(JsonNode id, string title, string url, string section = "search") => $$"""
            {"id":{{id}},"user":{{person.Number}},"title":"{{title}}","url":"{{url}}","icon_class":null,"active":null,"section":"{{section}}"}
            """;
        string Item(string bookmark) => $$$"""{"meta":{"table":"directus_bookmarks","type":"item"},"data":{{{bookmark}}}}""";

        var first = await old.FormAsync(HttpMethod.Post, "bookmarks", $"title=Draft+Articles&table_name={table}&status=2&user=77");
        var id = first["data"]!["id"]!;
        Same(Item(Bookmark(id, "Draft Articles", $"tables/{table}/pref/Draft Articles")), first);
        Assert.Equal("2", (string?)(await old.GetAsync($"tables/{table}/preferences?title=Draft Articles"))["data"]!["status"]);
        var other = await old.JsonAsync(HttpMethod.Post, "bookmarks", new { title = "Out", url = "https://example.com", section = "other" });
        Same(Item(Bookmark(other["data"]!["id"]!, "Out", "https://example.com", "other")), other);
        var led = await old.JsonAsync(HttpMethod.Post, "bookmarks", new { title = "T", url = $"/tables/{table}/pref/T", sort = "title" });
        Assert.Equal($"/tables/{table}/pref/T", (string?)led["data"]!["url"]);
        Assert.Equal("title", (string?)(await old.GetAsync($"tables/{table}/preferences?title=T"))["data"]!["sort"]);

        foreach (var path in (string[])["bookmarks", "bookmarks/self", $"bookmarks/user/{person.Number}"])
        {
            var list = await old.GetAsync(path);
            Same("""{"table":"directus_bookmarks","type":"collection","total":3,"total_entries":3}""", list["meta"]!);
            JsonAssert.Same(first["data"], list["data"]![0]);
        }

        JsonAssert.Same(first, await old.GetAsync($"bookmarks/{id}"));
        Assert.Equal(1, (int?)(await old.GetAsync("bookmarks?filters[title]=Out"))["meta"]!["total"]);
        Same("""{"success":true}""", await old.DeleteAsync($"bookmarks/{id}"));
        foreach (var absent in (string[])[$"{id}", "abc", "0"])
            Same("""{"success":false,"error":{"message":"bookmark_not_found"}}""", await old.DeleteAsync($"bookmarks/{absent}"));
        await old.RefusedAsync(404, $"Unable to find the record in [directus_bookmarks] with ID [{id}]", HttpMethod.Get, $"bookmarks/{id}");
        var rpc = new LegacyBookmarksService.LegacyBookmarksServiceClient(person.Modern.Rpc);
        Assert.Equal(2, (await rpc.ListUserBookmarksAsync(new())).Data.ListValue.Values.Count);
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_bookmark_is_refused_and_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (table, hidden) = (await app.CreateCollectionAsync("title"), await app.CreateCollectionAsync("title"));
        using var person = await Person.CreateAsync(app, null, May.Read(table));
        using var stranger = new OldClient(app.Server, null);

        await person.Client.RefusedAsync(422, "The column [title] is required", HttpMethod.Post, "bookmarks", $"table_name={table}");
        await person.Client.RefusedAsync(422, "A bookmark needs a [table_name] or a [url]", HttpMethod.Post, "bookmarks", "title=x");
        foreach (var form in (string[])[$"table_name={hidden}", $"url=tables/{hidden}/pref/x"])
            await person.Client.RefusedAsync(404, $"Unable to find the table \"{hidden}\"", HttpMethod.Post, "bookmarks", $"title=x&{form}");
        await person.Client.RefusedAsync(404, "Unable to find the column [nope]", HttpMethod.Post, "bookmarks",
            $"title=x&table_name={table}&sort=nope");
        await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Post, "bookmarks", $"title=x&table_name={table}");
        foreach (var path in (string[])["bookmarks", "bookmarks/self", "bookmarks/1"])
            await stranger.RefusedAsync(401, LoginNeeded, HttpMethod.Get, path);
        Assert.Empty((await (await person.Modern.GetAsync("/presets")).DataAsync())!.AsArray());
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}
