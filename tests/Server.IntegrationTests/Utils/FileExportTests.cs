using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Directus.Grpc.Utils.V1;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Utils;

/// <summary>Items are exported into a file of the project, as far as who asks may read them.</summary>
public sealed class FileExportTests
{
    [Theory, EachDatabase]
    public async Task A_file_holds_what_its_maker_may_read_and_a_notification_tells_of_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("name", "secret");
        for (var i = 1; i <= 3; i++) await app.CreateAsync($"/items/{things}", new { name = $"n{i}", secret = "s" });
        var member = await app.SignInAsync(May.Read(things, "id", "name").Where(new { id = new { _lt = 3 } }), May.Create("directus_files"),
            May.Read("directus_files"), May.Read("directus_notifications"));
        var title = TestApp.Mark();

        var reply = await member.PostAsync($"/utils/export/{things}",
            new { format = "csv", query = new { sort = new[] { "id" } }, file = new { title } });
        await reply.ShouldBeNoContentAsync();
        var file = (await (await member.GetAsync($"/files?filter[title][_eq]={title}&fields=id,type")).DataAsync())![0]!;
        Assert.Equal("text/csv", (string?)file["type"]);
        Assert.Equal("\"id\",\"name\"\n1,\"n1\"\n2,\"n2\"", await (await member.GetAsync($"/assets/{file["id"]}")).Content.ReadAsStringAsync());
        var told = (await (await member.GetAsync($"/notifications?filter[item][_eq]={file["id"]}&fields=subject,collection")).DataAsync())!;
        Assert.Equal($$"""[{"subject":"Your export of {{things}} is ready","collection":"directus_files"}]""", told.ToJsonString());

        var made = await new UtilsService.UtilsServiceClient(app.Admin.Rpc)
            .ExportAsync(new() { Collection = things, Format = "json", Query = new() { Fields = { "id" } } });
        var rows = JsonNode.Parse(await (await app.Admin.GetAsync($"/assets/{made.File}")).Content.ReadAsStringAsync());
        JsonAssert.Same(JsonNode.Parse("""[{"id":1},{"id":2},{"id":3}]"""), rows);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_exported_leaves_no_file(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("name");
        var (reader, maker) = (await app.SignInAsync(May.Read(things)), await app.SignInAsync(May.Create("directus_files")));
        var title = TestApp.Mark();
        object Body(string format = "csv", object? query = null) => new { format, query = query ?? new { }, file = new { title } };

        await (await reader.PostAsync($"/utils/export/{things}", Body())).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await maker.PostAsync($"/utils/export/{things}", Body())).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Anonymous.PostAsync($"/utils/export/{things}", Body())).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.PostAsync($"/utils/export/{things}", Body("pdf"))).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.PostAsync($"/utils/export/{things}", Body("csv", new { limit = "x" }))).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.PostAsync($"/utils/export/{things}", Body("csv", new { fields = new[] { "nope" } })))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/files?filter[title][_eq]={title}")).ShouldBeDataAsync("[]");
    }

    [Theory, EachDatabase]
    public async Task Only_administrators_clear_what_is_known(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        Assert.Equal(200, (int)(await app.Admin.PostAsync("/utils/cache/clear")).StatusCode);
        await (await (await app.SignInAsync()).PostAsync("/utils/cache/clear")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Anonymous.PostAsync("/utils/cache/clear")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }
}
