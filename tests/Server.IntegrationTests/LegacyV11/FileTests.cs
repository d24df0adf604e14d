using System.Text;
using System.Text.Json.Nodes;
using Directus.Grpc.Legacy.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Files of API v1.1: their contents come as base64 or in a form, and go out as assets.</summary>
public sealed class FileTests
{
    private static readonly string[] Columns =
    [
        "id", "active", "name", "url", "title", "location", "caption", "type", "charset", "tags", "width", "height", "size", "embed_id", "user",
        "date_uploaded", "storage_adapter",
    ];

    // A picture of one pixel.
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Theory, EachDatabase]
    public async Task A_file_is_created_from_base64_and_told_as_the_document_shows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        var made = await old.JsonAsync(HttpMethod.Post, "files",
            new { name = "sea.png", title = "Sea", caption = "calm", tags = "a,b", location = "Texel", data = Pixel });
        var file = made["data"]!;
        var id = file["id"]!.ToString();

        Assert.Equal(Columns, file.AsObject().Select(column => column.Key).Take(Columns.Length));
        Same("""{"table":"directus_files","type":"item"}""", made["meta"]!);
        Assert.Equal((1, "Sea", "calm", "image/png", "a,b", 1, 1, 70), ((int?)file["active"], (string?)file["title"], (string?)file["caption"],
            (string?)file["type"], (string?)file["tags"], (int?)file["width"], (int?)file["height"], (int?)file["size"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$", (string?)file["date_uploaded"]);
        Assert.Equal(Convert.FromBase64String(Pixel), await (await app.Admin.GetAsync((string)file["url"]!)).Content.ReadAsByteArrayAsync());
        JsonAssert.Same(made, await old.GetAsync($"files/{id}"));
        JsonAssert.Same(made, await old.GetAsync($"tables/directus_files/rows/{id}"));

        var listed = await old.GetAsync($"files?ids={id}");
        Assert.Equal((0, 0), ((int?)listed["meta"]!["Delete"], (int?)listed["meta"]!["Draft"]));
        Assert.Equal((int?)listed["meta"]!["total_entries"], (int?)listed["meta"]!["Active"]);
        JsonAssert.Same(file, listed["data"]![0]);
        var renamed = await old.FormAsync(HttpMethod.Put, $"files/{id}", "title=Ocean&caption=rough&user=1&size=7");
        Assert.Equal(("Ocean", "rough", 70),
            ((string?)renamed["data"]!["title"], (string?)renamed["data"]!["caption"], (int?)renamed["data"]!["size"]));
        Same($$$"""{"success":true,"data":{"id":{{{id}}}}}""", await old.DeleteAsync($"files/{id}"));
        await old.RefusedAsync(404, $"Unable to find the file record with ID [{id}]", HttpMethod.Get, $"files/{id}");
    }

    [Theory, EachDatabase]
    public async Task Names_and_types_are_found_out_where_they_are_not_told(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        (object Body, string Type, string Download)[] files =
        [
            (new { data = $"data:text/csv;base64,{Base64("a;b")}", title = "table" }, "text/csv", "table.csv"),
            (new { data = $"data:text/csv;base64,{Pixel}", name = "pixel.csv" }, "image/png", "pixel.csv"),
            (new { data = Base64("text"), type = "text/plain" }, "text/plain", "file.txt"),
            (new { data = Base64("x"), name = "page.html" }, "text/html", "page.html"),
            (new { data = Base64("x") }, "application/octet-stream", "file"),
        ];

        foreach (var (body, type, download) in files)
        {
            var made = (await old.JsonAsync(HttpMethod.Post, "files", body))["data"]!;
            var key = ((string)made["url"]!)["/assets/".Length..];
            Assert.Equal((type, type), (type, (string?)made["type"]));
            await (await app.Admin.GetAsync($"/files/{key}?fields=filename_download")).ShouldBeDataAsync(
                $$"""{"filename_download":"{{download}}"}""");
        }
    }

    [Theory, EachDatabase]
    public async Task A_form_brings_a_file_and_new_content_takes_the_place_of_the_old(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Notes"), "title" }, { new StringContent("of today"), "caption" },
            { new ByteArrayContent("first"u8.ToArray()) { Headers = { ContentType = new("text/plain") } }, "file", "notes.txt" },
        };
        var made = (await old.SendAsync(HttpMethod.Post, "files", form))["data"]!;
        Assert.Equal(("Notes", "of today", "text/plain", 5),
            ((string?)made["title"], (string?)made["caption"], (string?)made["type"], (int?)made["size"]));

        var path = $"tables/directus_files/rows/{made["id"]}";
        var changed = (await old.FormAsync(HttpMethod.Put, path,
            $"title=More&type=text/plain&data={Uri.EscapeDataString(Base64("second!"))}"))["data"]!;
        Assert.Equal(("More", 7, (string?)made["url"]), ((string?)changed["title"], (int?)changed["size"], (string?)changed["url"]));
        Assert.Equal("second!", await (await app.Admin.GetAsync((string)made["url"]!)).Content.ReadAsStringAsync());
        var reply = await new LegacyFilesService.LegacyFilesServiceClient(app.Admin.Rpc).GetFileAsync(new() { Id = made["id"]!.ToString() });
        JsonAssert.Same(changed, reply.Data.StructValue.ToJson());
    }

    [Theory, EachDatabase]
    public async Task What_makes_no_file_is_refused_and_leaves_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        using var old = OldClient.Admin(app);
        using var reader = new OldClient(app.Server, (await app.SignInAsync(May.Read("directus_files"))).Token);
        using var stranger = new OldClient(app.Server, null);
        var mark = TestApp.Mark();

        foreach (var data in (string[])["data=***", "data=data:text/plain,x", "data=data:;base64,***", ""])
            await old.SendAsync(HttpMethod.Post, "files", Form($"title={mark}&{data}"), 422);
        await old.JsonAsync(HttpMethod.Post, "files", new { title = mark, data = new { a = 1 } }, 422);
        await reader.SendAsync(HttpMethod.Post, "files", Form($"title={mark}&data=eA=="), 403);
        await stranger.SendAsync(HttpMethod.Post, "files", Form($"title={mark}&data=eA=="), 401);
        await stranger.SendAsync(HttpMethod.Get, "files", null, 401);
        Assert.Equal(0, (int?)(await old.GetAsync($"files?filters[title]={mark}"))["meta"]!["total"]);

        var id = (await old.JsonAsync(HttpMethod.Post, "files", new { title = mark, data = "eA==" }))["data"]!["id"]!.ToString();
        await old.SendAsync(HttpMethod.Put, $"files/{id}", Form("active=0"), 422);
        await old.SendAsync(HttpMethod.Put, $"files/{id}", Form("data=***&title=other"), 422);
        await reader.SendAsync(HttpMethod.Put, $"files/{id}", Form("title=other"), 403);
        await reader.SendAsync(HttpMethod.Put, $"files/{id}", Form("data=eQ=="), 403);
        await reader.SendAsync(HttpMethod.Delete, $"files/{id}", null, 403);
        Assert.Equal((mark, 1),
            ((string?)(await reader.GetAsync($"files/{id}"))["data"]!["title"], (int?)(await reader.GetAsync($"files/{id}"))["data"]!["size"]));
    }

    private static StringContent Form(string text) => new(text, Encoding.UTF8, "application/x-www-form-urlencoded");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Same(string want, JsonNode got) => JsonAssert.Same(JsonNode.Parse(want), got);
}
