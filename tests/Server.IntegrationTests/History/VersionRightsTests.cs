using Directus.Grpc.TestKit;
using Directus.Grpc.Versions.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.History;

/// <summary>A version is no way around the rights on its item.</summary>
public sealed class VersionRightsTests
{
    private const string Versions = "directus_versions";

    [Theory, EachDatabase]
    public async Task Who_may_only_read_versions_changes_nothing_and_sees_no_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new { title = "drafted" });
        var mainHash = await drafts.HashAsync(version);
        var reader = await app.SignInAsync(May.Read(Versions));
        var before = await drafts.ContentAsync();

        await (await reader.GetAsync($"/versions/{version}?fields=key,delta")).ShouldBeDataAsync("""{"key":"draft","delta":null}""");
        foreach (var (path, body) in ((string, object)[])[($"/versions/{version}/save", new { title = "x" }),
            ($"/versions/{version}/promote", new { mainHash }),
            ("/versions", new { key = "x", collection = drafts.Articles, item = "1" })])
            await (await reader.PostAsync(path, body)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.GetAsync($"/versions/{version}/compare")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await drafts.GetAsync("version=draft", reader)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.DeleteAsync($"/versions/{version}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        var rpc = new VersionsService.VersionsServiceClient(reader.Rpc);
        await rpc.CompareVersionAsync(new() { Id = version }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        await rpc.SaveVersionAsync(new() { Id = version, Data = new() { Fields = { ["title"] = Value.ForString("x") } } })
            .ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
        Assert.Equal(before, await drafts.ContentAsync());
        Assert.Equal("drafted", (await (await drafts.GetAsync("version=draft")).DataAsync())!["title"]!.ToString());
    }

    [Theory, EachDatabase]
    public async Task Saving_needs_the_rights_to_write_the_same_to_the_item(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        May[] ofVersions = [May.Read(Versions), May.Update(Versions)];
        var writer = await app.SignInAsync([.. ofVersions, May.Read(drafts.Articles), May.Update(drafts.Articles, "title", "comments"),
            May.Read(drafts.Comments), May.Update(drafts.Comments).Where(new { id = new { _eq = 1 } })]);
        var ofOpen = await app.SignInAsync([.. ofVersions, May.Read(drafts.Articles), May.Update(drafts.Articles)
            .Where(new { status = new { _eq = "closed" } })]);
        var noVersions = await app.SignInAsync([May.Read(Versions), May.Read(drafts.Articles), May.Update(drafts.Articles)]);

        await drafts.SaveAsync(version, new { title = "his" }, writer);
        object[] refused = [new { status = "x" }, new { secret = "x" }, new { author = new { name = "x" } },
            new { comments = new { create = new[] { new { text = "x" } }, update = Array.Empty<object>(), delete = Array.Empty<int>() } },
            new { comments = new { create = Array.Empty<object>(), update = new[] { new { id = 2, text = "x" } }, delete = Array.Empty<int>() } }];
        foreach (var change in refused) await (await writer.PostAsync($"/versions/{version}/save", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        foreach (var change in (object[])[new { title = "x" }, new { rank = (int?)null }])
            await (await ofOpen.PostAsync($"/versions/{version}/save", change)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await noVersions.PostAsync($"/versions/{version}/save", new { title = "x" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await drafts.GetAsync("version=draft&fields=title,status,comments.text&deep[comments][_sort]=id")).ShouldBeDataAsync(
            """{"title":"his","status":"open","comments":[{"text":"c1"},{"text":"c2"}]}""");
    }

    [Theory, EachDatabase]
    public async Task What_a_version_holds_is_shown_as_far_as_such_fields_may_be_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new
        {
            title = "drafted",
            secret = "s3cret",
            comments = new { create = new[] { new { text = "c3", hidden = "s3cret" } }, update = Array.Empty<object>(), delete = Array.Empty<int>() },
        });
        var reader = await app.SignInAsync(May.Read(Versions), May.Read(drafts.Articles, "id", "title", "comments"),
            May.Read(drafts.Comments, "id", "text", "article"));

        foreach (var path in (string[])[$"/versions/{version}", $"/versions?filter[id][_eq]={version}", $"/versions/{version}/compare",
            $"/items/{drafts.Articles}/1?version=draft", $"/items/{drafts.Articles}/1?version=draft&versionRaw=true",
            $"/items/{drafts.Articles}/1?version=draft&fields=*,comments.*"])
        {
            var answer = await (await reader.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.Contains("drafted", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("_user\"", answer, StringComparison.Ordinal);
        }

        await (await drafts.GetAsync("version=draft&fields=secret", reader)).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task What_a_version_holds_and_the_hash_of_its_item_are_found_out_by_no_query(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        await (await app.Admin.PatchAsync($"/items/{drafts.Articles}/1", new { secret = "s3cret" })).DataAsync();
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new { secret = "held", title = "drafted" });
        var hash = (await (await app.Admin.GetAsync($"/versions/{version}?fields=hash")).DataAsync())!["hash"]!.ToString();
        var reader = await app.SignInAsync(May.Read(Versions), May.Read(drafts.Articles, "id", "title"));

        foreach (var query in (string[])["fields=hash", $"filter[hash][_eq]={hash}", "filter[hash][_starts_with]=0", "sort=hash",
            "aggregate[max]=hash",
            "groupBy[]=hash", "filter[delta][_nnull]=true", "fields=json(delta, secret)", "sort=delta", "aggregate[countDistinct]=delta",
            "alias[x]=delta&fields=x"])
            await (await reader.GetAsync($"/versions?{query}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.GetAsync($"/versions?search={hash}&fields=id")).ShouldBeDataAsync("[]");
        var seen = await (await reader.GetAsync($"/versions?filter[id][_eq]={version}")).DataAsync();
        Assert.Equal("""{"id":"1","title":"drafted"}""", seen![0]!["delta"]!.ToJsonString());
        Assert.Null(seen[0]!["hash"]);
        var names = await app.SignInAsync(May.Read(Versions, "id", "key"), May.Read(drafts.Articles));
        await (await names.GetAsync($"/versions/{version}")).ShouldBeDataAsync($$"""{"id":"{{version}}","key":"draft"}""");
        await (await names.GetAsync($"/versions/{version}?fields=delta")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await drafts.GetAsync("version=draft", names)).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_version_keeps_no_secret_that_its_item_would_not_keep_as_it_is(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        foreach (var special in (string[])["hash", "encrypt"])
        {
            await (await app.Admin.PostAsync($"/fields/{drafts.Articles}",
                new { field = special, type = special == "hash" ? "hash" : "string", schema = new { }, meta = new { special = new[] { special } } }))
                    .DataAsync();
            var version = await drafts.CreateAsync(special);
            await (await app.Admin.PostAsync($"/versions/{version}/save", new Dictionary<string, string> { [special] = "s3cret" }))
                .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
            await (await app.Admin.GetAsync($"/versions/{version}?fields=delta")).ShouldBeDataAsync("""{"delta":null}""");
        }
    }

    [Theory, EachDatabase]
    public async Task What_does_not_fit_any_more_is_told_to_who_may_read_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new { slug = "two" });
        var some = await app.SignInAsync(May.Read(Versions), May.Read(drafts.Articles, "id", "title"));
        var all = await app.SignInAsync(May.Read(Versions), May.Read(drafts.Articles));

        var answer = await drafts.GetAsync("version=draft", some);
        Assert.DoesNotContain("two", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await answer.ShouldBeErrorAsync(422, "UNPROCESSABLE_CONTENT");
        await (await drafts.GetAsync("version=draft", all)).ShouldBeErrorAsync(400, "RECORD_NOT_UNIQUE");
    }

    [Theory, EachDatabase]
    public async Task An_item_that_may_not_be_read_is_not_read_by_its_version_and_neither_is_one_that_would_be_hidden(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        var reader = await app.SignInAsync(May.Read(Versions), May.Read(drafts.Articles).Where(new { status = new { _eq = "open" } }));
        await drafts.SaveAsync(version, new { status = "closed" });
        await (await drafts.GetAsync("version=draft", reader)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await drafts.SaveAsync(version, new { status = "open" });
        await (await drafts.GetAsync("version=draft&fields=id", reader)).ShouldBeDataAsync("""{"id":1}""");
        await (await app.Admin.PatchAsync($"/items/{drafts.Articles}/1", new { status = "closed" })).DataAsync();
        await (await drafts.GetAsync("version=draft", reader)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await reader.GetAsync($"/versions/{version}/compare")).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Promoting_needs_the_right_to_each_field_or_changes_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var drafts = await Drafts.StartAsync(app);
        var version = await drafts.CreateAsync();
        await drafts.SaveAsync(version, new { title = "drafted", secret = "s" });
        var editor = await app.SignInAsync(May.Read(Versions), May.Read(drafts.Articles), May.Update(drafts.Articles, "title"));
        var before = await drafts.ContentAsync();
        await (await editor.PostAsync($"/versions/{version}/promote", new { mainHash = await drafts.HashAsync(version, editor) }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        Assert.Equal(before, await drafts.ContentAsync());
        await (await editor.PostAsync($"/versions/{version}/promote",
            new { mainHash = await drafts.HashAsync(version, editor), fields = new[] { "title" } }))
            .DataAsync();
        await (await drafts.GetAsync("fields=title,secret")).ShouldBeDataAsync("""{"title":"drafted","secret":null}""");
    }
}
