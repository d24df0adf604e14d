using System.Net;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>Servers on one database: what one of them changes, the others soon know.</summary>
public sealed class SeveralServersTests
{
    [Theory, EachDatabase]
    public async Task A_change_of_the_schema_reaches_the_other_server(TestDatabase database)
    {
        await using var first = await TestServer.StartAsync(database);
        await using var second = await first.StartAnotherAsync();
        await using var here = await TestApp.OnAsync(first);
        await using var there = await TestApp.OnAsync(second);

        var items = await here.CreateCollectionAsync("title");
        await Eventually.TrueAsync(() => AnswersAsync(there.Admin, $"/items/{items}?fields=title"), "the other server has the collection");
        // It has prepared statements of the table as it is now.
        for (var i = 0; i < 5; i++) await there.CreateAsync($"/items/{items}", new { title = "a" });
        await (await here.Admin.PostAsync($"/fields/{items}", new { field = "note", type = "text", meta = new { note = "hi" }, schema = new { } }))
            .DataAsync();
        await Eventually.TrueAsync(() => AnswersAsync(there.Admin, $"/items/{items}?fields=note"), "the other server has the field");
        await there.CreateAsync($"/items/{items}", new { title = "b", note = "c" });

        await (await here.Admin.GetAsync($"/items/{items}?fields=title,note&sort=-id&limit=1")).ShouldBeDataAsync("""[{"title":"b","note":"c"}]""");
        // A setting, without any DDL.
        await here.Admin.PatchAsync($"/fields/{items}/note", new { meta = new { note = "ho" } });
        await Eventually.TrueAsync(
            async () => (string?)(await (await there.Admin.GetAsync($"/fields/{items}/note")).DataAsync())!["meta"]!["note"] == "ho",
                "the other server has the setting");
    }

    [Theory, EachDatabase]
    public async Task What_a_user_may_no_longer_do_ends_on_the_other_server(TestDatabase database)
    {
        await using var first = await TestServer.StartAsync(database);
        var before = await TestApp.OnAsync(first);
        var items = await before.CreateCollectionAsync("title");
        await using var second = await first.StartAnotherAsync();
        await using var here = before;
        await using var there = await TestApp.OnAsync(second);
        var user = there.Client((await here.SignInAsync(May.Read(items))).Token);
        Assert.True(await AnswersAsync(user, $"/items/{items}"));

        await (await here.Admin.DeleteAsync("/permissions", new { query = new { filter = new { collection = new { _eq = items } } } }))
            .ShouldBeNoContentAsync();

        await Eventually.TrueAsync(async () => !await AnswersAsync(user, $"/items/{items}"), "the user is refused there");
    }

    [Fact]
    public async Task Changes_are_heard_again_after_the_connection_was_lost()
    {
        await using var first = await TestServer.StartAsync(TestDatabase.Postgres);
        await using var second = await first.StartAnotherAsync();
        await using var here = await TestApp.OnAsync(first);
        await using var there = await TestApp.OnAsync(second);

        await first.Database.QueryAsync("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()");
        var items = await here.CreateCollectionAsync("title");

        await Eventually.TrueAsync(() => AnswersAsync(there.Admin, $"/items/{items}"), "the other server has the collection");
    }

    // As Directus does it, or somebody with a console.
    [Theory, EachDatabase]
    public async Task A_change_that_nobody_tells_of_is_found_out(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        var items = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{items}", new { title = "a" });

        await server.Database.QueryAsync($"alter table {items} add column note varchar(20) default 'hi'");
        await Eventually.TrueAsync(() => AnswersAsync(app.Admin, $"/items/{items}?fields=note"), "the server has the column");
        await (await app.Admin.GetAsync($"/items/{items}")).ShouldBeDataAsync("""[{"id":1,"title":"a","note":"hi"}]""");

        await server.Database.QueryAsync($"alter table {items} drop column note");
        using var stale = await app.Admin.GetAsync($"/items/{items}?fields=note");
        Assert.True(stale.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.Forbidden, $"{stale.StatusCode}");
        await Eventually.TrueAsync(async () => !await AnswersAsync(app.Admin, $"/items/{items}?fields=note"), "the server has no such column");
    }

    private static async Task<bool> AnswersAsync(TestClient client, string path)
    {
        using var reply = await client.GetAsync(path);
        Assert.True(reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable,
            $"{reply.StatusCode}: {await reply.Content.ReadAsStringAsync()}");
        return reply.StatusCode == HttpStatusCode.OK;
    }
}
