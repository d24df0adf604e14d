using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Settings of the project by their old names, on a server of their own: all tests would share them.</summary>
public sealed class SettingTests
{
    [Theory, EachDatabase]
    public async Task Settings_are_told_and_changed_as_the_document_shows(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        using var old = OldClient.Admin(app);
        var all = await old.GetAsync("settings");
        Assert.Equal(["global", "files"], all["data"]!.AsObject().Select(collection => collection.Key));
        Same("""{"type":"item","table":"directus_settings"}""", all["meta"]!);
        Same("""
            {"allowed_thumbnails":"","thumbnail_quality":"100","thumbnail_size":"200","file_naming":"file_id","thumbnail_crop_enabled":"1",
             "youtube_api_key":""}
            """, all["data"]!["files"]!);

        var changed = await old.FormAsync(HttpMethod.Put, "settings/global", "rows_per_page=100&project_name=Fish&cms_color=%237ac943&own=x");
        Same("""{"type":"item","table":"directus_settings","setting_collection":"global"}""", changed["meta"]!);
        Same("""
            {"cms_user_auto_sign_out":"60","project_name":"Fish","project_url":"","cms_color":"#7ac943","rows_per_page":"100",
             "cms_thumbnail_url":"","own":"x"}
            """, changed["data"]!);
        JsonAssert.Same(changed, await old.GetAsync("settings/global"));
        JsonAssert.Same(changed, await old.JsonAsync(HttpMethod.Post, "settings/global", new { rows_per_page = 100 }));
        await (await app.Admin.GetAsync("/settings?fields=project_name,project_color")).ShouldBeDataAsync(
            """{"project_name":"Fish","project_color":"#7ac943"}""");
        var files = await old.JsonAsync(HttpMethod.Patch, "settings/files", new { thumbnail_quality = 80 });
        Assert.Equal(("80", "100"), ((string?)files["data"]!["thumbnail_quality"],
            (string?)(await old.GetAsync("settings"))["data"]!["global"]!["rows_per_page"]));
        var reply = await new LegacySettingsService.LegacySettingsServiceClient(app.Admin.Rpc)
            .GetSettingsCollectionAsync(new() { Collection = "files" });
        JsonAssert.Same(files["data"], reply.Data.StructValue.ToJson());
    }

    [Theory, EachDatabase]
    public async Task Rows_per_page_is_the_limit_of_lists_that_ask_for_none(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        using var old = OldClient.Admin(app);
        var table = await app.CreateCollectionAsync("title");
        await old.FormAsync(HttpMethod.Post, $"tables/{table}/rows/bulk", "rows[0][title]=a&rows[1][title]=b&rows[2][title]=c");
        async Task<int?> ToldAsync(string query) => (int?)(await old.GetAsync($"tables/{table}/rows{query}"))["meta"]!["total"];

        await old.FormAsync(HttpMethod.Put, "settings/global", "rows_per_page=2");
        Assert.Equal((2, 3, 1), (await ToldAsync(""), await ToldAsync("?limit=-1"), await ToldAsync("?limit=1")));
        await old.FormAsync(HttpMethod.Put, "settings/global", "rows_per_page=1");
        Assert.Equal(1, await ToldAsync(""));
    }

    [Theory, EachDatabase]
    public async Task They_are_for_administrators_and_bad_ones_are_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        using var member = new OldClient(app.Server, (await app.SignInAsync(May.Read("directus_settings"), May.Update("directus_settings"))).Token);
        using var stranger = new OldClient(app.Server, null);

        await old.RefusedAsync(404, "Unable to find setting collection [nope]", HttpMethod.Get, "settings/nope");
        await old.RefusedAsync(404, "Unable to find setting collection [nope]", HttpMethod.Put, "settings/nope", "a=1");
        foreach (var rows in (string[])["0", "-1", "many", ""])
            await old.SendAsync(HttpMethod.Put, "settings/global", new StringContent($$"""{"rows_per_page":"{{rows}}"}""",
                System.Text.Encoding.UTF8, "application/json"), 422);
        await old.JsonAsync(HttpMethod.Put, "settings/global", """{"project_name":{"a":1}}""", 422);
        await member.SendAsync(HttpMethod.Get, "settings", null, 403);
        await member.SendAsync(HttpMethod.Put, "settings/global", null, 403);
        await stranger.RefusedAsync(401, "You must be logged in to access the API", HttpMethod.Get, "settings/global");
    }

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}
