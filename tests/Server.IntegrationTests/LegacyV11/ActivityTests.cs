using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>What was done, in the words of the old API.</summary>
public sealed class ActivityTests
{
    [Theory, EachDatabase]
    public async Task Activity_tells_what_was_done_to_which_row_by_whom(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title", "place:integer");
        var me = (long)(await old.GetAsync("users/me?columns=id"))["data"]!["id"]!;
        await old.FormAsync(HttpMethod.Post, $"tables/{table}/rows", "title=School Website&place=3");
        await old.FormAsync(HttpMethod.Put, $"tables/{table}/rows/1", "title=Site");
        await old.DeleteAsync($"tables/{table}/rows/1");

        var list = await old.GetAsync($"activity?filters[table_name]={table}");
        Assert.Equal(("directus_activity", "collection", 3),
            ((string?)list["meta"]!["table"], (string?)list["meta"]!["type"], (int?)list["meta"]!["total"]));
        var entries = list["data"]!.AsArray();
        Assert.Equal(["DELETE", "UPDATE", "ADD"], entries.Select(entry => (string?)entry!["action"]));
        Assert.Equal([null, "Site", "School Website"], entries.Select(entry => (string?)entry!["identifier"]));
        var added = entries[2]!;
        Same($$"""
            {"id":{{added["id"]}},"identifier":"School Website","action":"ADD","table_name":"{{table}}",
             "row_id":1,"user":{{me}},"datetime":"{{added["datetime"]}}",
             "type":"ENTRY","data":{{added["data"]!.ToJsonString()}},"delta":{{added["delta"]!.ToJsonString()}},"parent_id":null,"parent_table":null,
             "parent_changed":0,"logged_ip":"127.0.0.1","user_agent":null}
            """, added);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", (string?)added["datetime"]);
        Same("""{"title":"Site"}""", JsonNode.Parse((string)entries[1]!["delta"]!)!);
        Assert.Equal("School Website", (string?)JsonNode.Parse((string)added["data"]!)!["title"]);
        Assert.Equal((null, null), ((string?)entries[0]!["data"], (string?)entries[0]!["delta"]));
        var rpc = await new LegacyActivityService.LegacyActivityServiceClient(app.Admin.Rpc)
            .ListActivityAsync(new() { Parameters = Structs.Of(new { filters = new { table_name = table } }) });
        JsonAssert.Same(list["data"], rpc.Data.ListValue.Values.Select(value => value.StructValue).ToJson());
    }

    [Theory, EachDatabase]
    public async Task Activity_is_found_by_those_words(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = await app.CreateCollectionAsync("title");
        using var person = await Person.CreateAsync(app, null, May.Read("directus_activity"), May.Create("directus_files"), May.Create(table));
        using var old = OldClient.Admin(app);
        var role = await app.CreateRoleAsync();
        await app.CreateAsync("/users", new { email = $"{TestApp.Mark()}@example.com" });
        using var stranger = new OldClient(app.Server, null);
        await stranger.FormAsync(HttpMethod.Post, "auth/request-token", $"email={person.Email}&password={person.Password}");
        using var file = await person.Modern.PostAsync("/files",
            new { title = "x", type = "text/plain", storage = "local", filename_download = "x.txt" });
        await person.Client.FormAsync(HttpMethod.Post, $"tables/{table}/rows", "title=x");
        var mine = $"activity?filters[user]={person.Number}";
        async Task<string> TypesAsync(string query) =>
            string.Join(' ', (await old.GetAsync($"{mine}&{query}"))["data"]!.AsArray().Select(entry => $"{entry!["type"]}:{entry["action"]}"));

        Assert.Equal("ENTRY:ADD FILES:ADD LOGIN:LOGIN", await TypesAsync(""));
        (string Query, string Types)[] lists =
        [
            ("filters[type]=FILES", "FILES:ADD"), ("filters[type]=ENTRY", "ENTRY:ADD"), ("filters[type]=LOGIN", "LOGIN:LOGIN"),
            ("filters[type][neq]=LOGIN", "ENTRY:ADD FILES:ADD"), ("filters[type][in]=FILES,LOGIN", "FILES:ADD LOGIN:LOGIN"),
            ("filters[type][nin]=FILES,LOGIN", "ENTRY:ADD"), ("filters[type]=nonsense", ""), ("filters[action]=LOGIN", "LOGIN:LOGIN"),
            ("filters[action]=ADD", "ENTRY:ADD FILES:ADD"), ("filters[action][neq]=ADD", "LOGIN:LOGIN"),
            ($"filters[table_name]={table}", "ENTRY:ADD"), ("filters[table_name]=directus_files", "FILES:ADD"), ("limit=1", "ENTRY:ADD"),
            ("offset=1&limit=1", "FILES:ADD"),
            ("in[type]=FILES", "FILES:ADD"), ("order[id]=ASC", "LOGIN:LOGIN FILES:ADD ENTRY:ADD"),
        ];
        foreach (var (query, types) in lists) Assert.Equal((query, types), (query, await TypesAsync(query)));
        Assert.Equal("directus_groups", (string?)(await old.GetAsync($"activity?filters[row_id]={role}"))["data"]![0]!["table_name"]);
        foreach (var column in (string[])["identifier", "data", "delta"])
            await old.RefusedAsync(422, $"The column [{column}] can't be filtered", HttpMethod.Get, $"activity?filters[{column}]=x");

        // Who may not read revisions reads nothing of what they hold.
        var seen = (await person.Client.GetAsync($"activity?filters[table_name]=directus_users&filters[action]=ADD&limit=1"))["data"]![0]!;
        Assert.Equal((null, null, null), ((string?)seen["identifier"], (string?)seen["data"], (string?)seen["delta"]));
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, "activity");
        using var nobody = new OldClient(app.Server, (await app.SignInAsync()).Token);
        await nobody.SendAsync(HttpMethod.Get, "activity", null, 403);
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}
