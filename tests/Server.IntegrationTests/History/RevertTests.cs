using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Directus.Grpc.Utils.V1;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.History;

/// <summary>Revisions put items back to what they were, and show them as they were.</summary>
public sealed class RevertTests
{
    [Theory, EachDatabase]
    public async Task An_item_is_put_back_on_every_face(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (things, revisions) = await ChangedAsync(app, "two", "three", "four");
        Assert.Equal(204, (int)(await app.Admin.PostAsync($"/utils/revert/{revisions[1]}", new { })).StatusCode);
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title")).ShouldBeDataAsync("""{"title":"two"}""");
        await new UtilsService.UtilsServiceClient(app.Admin.Rpc).RevertAsync(new() { Revision = revisions[2] });
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title")).ShouldBeDataAsync("""{"title":"three"}""");
        await app.Admin.PostAsync("/graphql/system", new { query = $$"""mutation { utils_revert(revision: "{{revisions[3]}}") }""" });
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title,other")).ShouldBeDataAsync("""{"title":"four","other":"o"}""");
    }

    [Theory, EachDatabase]
    public async Task Nobody_puts_back_more_than_they_may_write(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (things, revisions) = await ChangedAsync(app, "two", "three");
        await (await app.Admin.PatchAsync($"/items/{things}/1", new { title = "five" })).DataAsync();
        var editor = await app.SignInAsync(May.Read("directus_revisions"), May.Read(things), May.Update(things, "title"));
        var reader = await app.SignInAsync(May.Read("directus_revisions"), May.Read(things));
        var blind = await app.SignInAsync(May.Read(things), May.Update(things));

        // What he may not write is as it was then.
        Assert.Equal(204, (int)(await editor.PostAsync($"/utils/revert/{revisions[1]}", new { })).StatusCode);
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title")).ShouldBeDataAsync("""{"title":"two"}""");
        await (await app.Admin.PatchAsync($"/items/{things}/1", new { title = "six", other = "p" })).DataAsync();
        foreach (var client in (TestClient[])[editor, reader, blind, app.Anonymous])
            await (await client.PostAsync($"/utils/revert/{revisions[1]}", new { })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await new UtilsService.UtilsServiceClient(editor.Rpc).RevertAsync(new() { Revision = revisions[1] })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title,other")).ShouldBeDataAsync("""{"title":"six","other":"p"}""");
        foreach (var unknown in (string[])["999999999", "x"])
            await (await app.Admin.PostAsync($"/utils/revert/{unknown}", new { })).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_revision_of_a_version_is_none_of_its_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        await drafts.SaveAsync(await drafts.CreateAsync(), new { title = "drafted" });
        var saved = await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={drafts.Articles}&filter[version][_nnull]=true&fields=id"))
            .DataAsync();
        await (await app.Admin.PostAsync($"/utils/revert/{saved![0]!["id"]}", new { })).ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        await (await drafts.GetAsync("fields=title")).ShouldBeDataAsync("""{"title":"one"}""");
    }

    [Theory, EachDatabase]
    public async Task An_item_is_shown_as_it_was_by_the_rights_of_today(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var before = Moment();
        var (things, revisions) = await ChangedAsync(app, "two", "three");
        var moments = new List<string>();
        foreach (var revision in revisions)
            moments.Add((await (await app.Admin.GetAsync($"/revisions/{revision}?fields=activity.timestamp"))
                .DataAsync())!["activity"]!["timestamp"]!.ToString());

        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title,other&at={moments[0]}"))
            .ShouldBeDataAsync("""{"title":"one","other":"o"}""");
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title,other&at={moments[1]}"))
            .ShouldBeDataAsync("""{"title":"two","other":"o"}""");
        var items = new ItemsService.ItemsServiceClient(app.Admin.Rpc);
        var then = await items.GetItemAsync(new() { Collection = things, Key = "1", Query = new() { At = moments[1], Fields = { "title" } } });
        Assert.Equal("two", then.Item.Fields["title"].StringValue);
        await (await app.Admin.GetAsync($"/items/{things}/1?fields=title")).ShouldBeDataAsync("""{"title":"three"}""");

        await (await app.Admin.GetAsync($"/items/{things}/1?at={before}")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.GetAsync($"/items/{things}/1?at=yesterday")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await app.Admin.GetAsync($"/items/{things}?at={moments[0]}")).ShouldBeErrorAsync(400, "INVALID_QUERY");
        var reader = await app.SignInAsync(May.Read(things));
        await (await reader.GetAsync($"/items/{things}/1?at={moments[0]}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        var some = await app.SignInAsync(May.Read("directus_revisions"), May.Read("directus_activity"), May.Read(things, "id", "title"));
        await (await some.GetAsync($"/items/{things}/1?at={moments[0]}")).ShouldBeDataAsync("""{"id":1,"title":"one"}""");
    }

    private static string Moment() => TimeProvider.System.GetUtcNow().AddHours(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture)
        .Replace("+", "%2B", StringComparison.Ordinal);

    // An item that was made as "one" and then given these titles, each in a millisecond of its own.
    private static async Task<(string Things, List<string> Revisions)> ChangedAsync(TestApp app, params string[] titles)
    {
        var things = await app.CreateCollectionAsync("title", "other");
        await app.CreateAsync($"/items/{things}", new { title = "one", other = "o" });
        foreach (var title in titles)
        {
            var start = TimeProvider.System.GetUtcNow();
            while (TimeProvider.System.GetUtcNow() - start < TimeSpan.FromMilliseconds(3)) await Task.Yield();
            await (await app.Admin.PatchAsync($"/items/{things}/1", new { title })).DataAsync();
        }

        var revisions = await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={things}&sort=id&fields=id")).DataAsync();
        return (things, [.. revisions!.AsArray().Select(row => row!["id"]!.ToString())]);
    }
}
