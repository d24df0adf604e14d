using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.History;

/// <summary>A version holds changes of an item, shows the item with them, and gives them to the item when it is promoted.</summary>
public sealed class VersionTests
{
    [Theory, EachDatabase]
    public async Task A_version_shows_its_changes_and_the_item_does_not(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await (await drafts.GetAsync("version=draft&fields=title,rank")).ShouldBeDataAsync("""{"title":"one","rank":5}""");

        await drafts.SaveAsync(version, new { title = "drafted" });
        var saved = await drafts.SaveAsync(version, new { body = "long" });
        Assert.Equal(("drafted", "long", "open"), (saved["title"]!.ToString(), saved["body"]!.ToString(), saved["status"]!.ToString()));

        await (await drafts.GetAsync("version=draft&fields=title,body")).ShouldBeDataAsync("""{"title":"drafted","body":"long"}""");
        foreach (var main in (string[])["", "version=main&", "version=published&"])
            await (await drafts.GetAsync(main + "fields=title,body")).ShouldBeDataAsync("""{"title":"one","body":null}""");
        await (await drafts.GetAsync("version=other")).ShouldBeErrorAsync(403, "FORBIDDEN");
        // A write answers the item.
        await (await app.Admin.PatchAsync($"/items/{drafts.Articles}/1?version=draft&fields=title,status", new { status = "s" }))
            .ShouldBeDataAsync("""{"title":"one","status":"s"}""");
    }

    [Theory, EachDatabase]
    public async Task Related_items_are_shown_as_the_version_has_them_and_new_ones_have_no_key(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        var before = await drafts.ContentAsync();
        await drafts.SaveAsync(version, new
        {
            author = new { name = "New" },
            comments = new { create = new[] { new { text = "c3" } }, update = new object[] { new { id = 1, text = "c1x" } }, delete = new[] { 2 } },
        });

        await (await drafts.GetAsync("version=draft&fields=author.id,author.name,comments.id,comments.text&deep[comments][_sort]=text"))
            .ShouldBeDataAsync("""
                {"author":{"id":null,"name":"New"},"comments":[{"id":1,"text":"c1x"},{"id":null,"text":"c3"}]}
                """);
        await (await drafts.GetAsync("version=draft&fields=author,comments")).ShouldBeDataAsync("""{"author":null,"comments":[1,null]}""");
        await (await drafts.GetAsync("version=draft&versionRaw=true&fields=author,comments")).ShouldBeDataAsync("""
            {"author":{"name":"New"},"comments":{"create":[{"text":"c3"}],"update":[{"id":1,"text":"c1x"}],"delete":[2]}}
            """);
        Assert.Equal(before, await drafts.ContentAsync());
    }

    [Theory, EachDatabase]
    public async Task Promoting_writes_the_changes_to_the_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new
        {
            title = "drafted",
            body = "long",
            comments = new { create = new[] { new { text = "c3" } }, update = Array.Empty<object>(), delete = new[] { 2 } },
        });

        await (await app.Admin.PostAsync($"/versions/{version}/promote",
            new { mainHash = await drafts.HashAsync(version), fields = new[] { "title" } }))
            .ShouldBeDataAsync("\"1\"");
        await (await drafts.GetAsync("fields=title,body")).ShouldBeDataAsync("""{"title":"drafted","body":null}""");
        await (await app.Admin.PostAsync($"/versions/{version}/promote", new { mainHash = await drafts.HashAsync(version) })).DataAsync();
        await (await drafts.GetAsync("fields=title,body,comments.text&deep[comments][_sort]=text")).ShouldBeDataAsync(
            """{"title":"drafted","body":"long","comments":[{"text":"c1"},{"text":"c3"}]}""");
        var told = await (await app.Admin.GetAsync($"/revisions?filter[collection][_eq]={drafts.Articles}&filter[item][_eq]=1&sort=id"
            + "&fields=activity.action,version.key,delta.title")).DataAsync();
        Assert.Equal(["create", "version_save", "update", "update"], told!.AsArray().Select(row => row!["activity"]!["action"]!.ToString()));
        Assert.Equal("draft", told[1]!["version"]!["key"]!.ToString());
    }

    [Theory, EachDatabase]
    public async Task Of_two_promotions_at_once_one_wins_and_the_other_is_told(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var versions = new[] { await drafts.CreateAsync("a"), await drafts.CreateAsync("b"), await drafts.CreateAsync("c") };
        foreach (var version in versions) await drafts.SaveAsync(version, new { title = $"of {version}" });
        var mainHash = await drafts.HashAsync(versions[0]);

        var answers = await Task.WhenAll(versions.Select(version => app.Admin.PostAsync($"/versions/{version}/promote", new { mainHash })));
        Assert.Equal([200, 422, 422], answers.Select(answer => (int)answer.StatusCode).Order());
        foreach (var answer in answers.Where(answer => (int)answer.StatusCode == 422)) await answer.ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        var winner = versions[Array.FindIndex(answers, answer => (int)answer.StatusCode == 200)];
        await (await drafts.GetAsync("fields=title")).ShouldBeDataAsync($$"""{"title":"of {{winner}}"}""");
    }

    [Theory, EachDatabase]
    public async Task Saves_at_once_all_count(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await Task.WhenAll(drafts.SaveAsync(version, new { title = "t" }), drafts.SaveAsync(version, new { body = "b" }),
            drafts.SaveAsync(version, new { status = "s" }), drafts.SaveAsync(version, new { secret = "x" }));
        await (await drafts.GetAsync("version=draft&fields=title,body,status,secret")).ShouldBeDataAsync(
            """{"title":"t","body":"b","status":"s","secret":"x"}""");
    }

    [Theory, EachDatabase]
    public async Task A_draft_may_be_unfinished_until_it_is_promoted(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        var before = await drafts.ContentAsync();
        await drafts.SaveAsync(version, new { rank = (int?)null });
        await (await drafts.GetAsync("version=draft")).ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        await (await app.Admin.PostAsync($"/versions/{version}/promote", new { mainHash = await drafts.HashAsync(version) }))
            .ShouldBeErrorAsync(400, "FAILED_VALIDATION");
        await drafts.SaveAsync(version, new { rank = 7, slug = "two" });
        await (await drafts.GetAsync("version=draft")).ShouldBeErrorAsync(400, "RECORD_NOT_UNIQUE");
        await (await app.Admin.PostAsync($"/versions/{version}/save", new { rank = "many" })).ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        Assert.Equal(before, await drafts.ContentAsync());
        await drafts.SaveAsync(version, new { slug = "three" });
        await (await drafts.GetAsync("version=draft&fields=rank,slug")).ShouldBeDataAsync("""{"rank":7,"slug":"three"}""");
    }

    [Theory, EachDatabase]
    public async Task A_version_stays_with_its_item_and_has_a_name_of_its_own(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        var other = await drafts.CreateAsync("other");
        foreach (var (change, code) in ((object, string)[])[(new { item = "2" }, "INVALID_PAYLOAD"),
            (new { collection = drafts.Authors }, "INVALID_PAYLOAD"),
            (new { delta = new { title = "x" } }, "INVALID_PAYLOAD"), (new { hash = "x" }, "INVALID_PAYLOAD"),
                (new { key = "main" }, "INVALID_PAYLOAD"),
            (new { key = (string?)null }, "INVALID_PAYLOAD")])
            await (await app.Admin.PatchAsync($"/versions/{version}", change)).ShouldBeErrorAsync(400, code);
        await (await app.Admin.PatchAsync($"/versions/{version}", new { key = "other" })).ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        await (await app.Admin.PatchAsync("/versions", new { keys = new[] { version, other }, data = new { key = "same" } }))
            .ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        await (await app.Admin.PatchAsync($"/versions/{version}?fields=key,name", new { key = "draft 2", name = "Second" }))
            .ShouldBeDataAsync("""{"key":"draft 2","name":"Second"}""");
        await (await app.Admin.PostAsync("/versions", new[] { new { key = "x", collection = drafts.Articles, item = "2" },
            new { key = "x", collection = drafts.Articles, item = "2" } })).ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        await (await app.Admin.PostAsync("/versions", new { key = "x", collection = drafts.Authors, item = "1" }))
            .ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        await (await app.Admin.PostAsync("/versions", new { key = "x", collection = drafts.Articles, item = "77" }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Versions_go_with_their_items_and_follow_the_names_of_collections_and_fields(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await app.CreateAsync("/versions", new { key = "of two", collection = drafts.Articles, item = "2" });
        await drafts.SaveAsync(version, new { title = "drafted" });
        Assert.Equal(204, (int)(await app.Admin.DeleteAsync($"/items/{drafts.Articles}/2")).StatusCode);
        await (await app.Admin.GetAsync($"/versions?filter[collection][_eq]={drafts.Articles}&fields=key"))
            .ShouldBeDataAsync("""[{"key":"draft"}]""");

        Assert.Equal(204, (int)(await app.Admin.DeleteAsync($"/collections/{drafts.Articles}")).StatusCode);
        await (await app.Admin.GetAsync($"/versions?filter[collection][_eq]={drafts.Articles}&fields=key")).ShouldBeDataAsync("[]");
        await (await app.Admin.GetAsync($"/versions/{version}")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_singleton_has_versions_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var page = await app.CreateCollectionAsync("title", "text");
        await (await app.Admin.PatchAsync($"/collections/{page}", new { meta = new { singleton = true, versioning = true } })).DataAsync();
        await (await app.Admin.GetAsync($"/items/{page}?version=draft")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.PatchAsync($"/items/{page}", new { title = "home" })).DataAsync();
        var version = await app.CreateAsync("/versions", new { key = "draft", collection = page, item = "1" });
        await (await app.Admin.PostAsync($"/versions/{version}/save", new { text = "soon" })).DataAsync();
        await (await app.Admin.GetAsync($"/items/{page}?version=draft&fields=title,text")).ShouldBeDataAsync("""{"title":"home","text":"soon"}""");
        await (await app.Admin.GetAsync($"/items/{page}?fields=title,text")).ShouldBeDataAsync("""{"title":"home","text":null}""");
    }
}
