using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

public sealed class ItemTagTests
{
    [Theory, EachDatabase]
    public async Task An_item_has_a_tag_that_changes_with_its_own_columns(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var author = await app.CreateAsync($"/items/{library.Authors}", new { name = "Ada", books = new[] { new { title = "one" } } });

        var whole = await app.TagAsync($"/items/{library.Authors}/{author}");
        Assert.Matches("^\"[A-Za-z0-9_-]{20,}\"$", whole);
        Assert.Equal(whole, await app.TagAsync($"/items/{library.Authors}/{author}"));

        await app.Admin.PatchAsync($"/items/{library.Books}/1", new { title = "another" });
        Assert.Equal(whole, await app.TagAsync($"/items/{library.Authors}/{author}"));
        await app.Admin.PatchAsync($"/items/{library.Authors}/{author}", new { name = "Bea" });
        Assert.NotEqual(whole, await app.TagAsync($"/items/{library.Authors}/{author}"));

        Assert.Null(await app.TagAsync($"/items/{library.Authors}/{author}?fields=books.title"));
        Assert.False((await app.Admin.GetAsync($"/items/{library.Authors}")).Headers.Contains("ETag"));
    }

    [Theory, EachDatabase]
    public async Task An_update_with_the_tag_of_what_was_read_succeeds_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "extra:json", "price:decimal", "at:timestamp", "many:bigInteger");
        var key = await app.CreateAsync($"/items/{notes}",
            new { title = "a", extra = new { b = 1 }, price = "1.50", at = "2024-01-01T10:00:00Z", many = 5 });

        var year = 2024;
        foreach (var query in (string[])["", "?fields=title", "?fields=price,title,id", "?fields=id,*", "?alias[t]=title&fields=t,price",
            "?fields=year(at),at"])
        {
            var tag = await app.TagAsync($"/items/{notes}/{key}{query}");
            var title = Guid.NewGuid().ToString();

            var won = await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{notes}/{key}", tag!,
                new { title, price = $"{year}.5", at = $"{++year}-01-01T10:00:00Z" });
            await won.DataAsync();
            await (await app.Admin.PatchAsync($"/items/{notes}/{key}", new { price = $"{year}.7", at = $"{++year}-01-01T10:00:00Z" })).DataAsync();
            var lost = await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{notes}/{key}", won.Tag()!, new { title = "lost" });

            await lost.ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
            await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{notes}/{key}", tag!, new { title = "lost" }))
                .ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
            await (await app.Admin.GetAsync($"/items/{notes}/{key}?fields=title")).ShouldBeDataAsync($$"""{"title":"{{title}}"}""");
        }
    }

    [Theory, EachDatabase]
    public async Task The_key_of_an_expanded_relation_counts_and_the_related_item_does_not(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Ada" });
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Bea" });
        var book = await app.CreateAsync($"/items/{library.Books}", new { title = "one", author = 1 });
        var read = $"/items/{library.Books}/{book}?fields=title,author.name,tags.tag.label";

        var tag = await app.TagAsync(read);
        await (await app.Admin.PatchAsync($"/items/{library.Authors}/1", new { name = "Cid" })).DataAsync();
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{library.Books}/{book}", tag!, new { place = 7 })).DataAsync();
        Assert.Equal(tag, await app.TagAsync(read));
        await (await app.Admin.PatchAsync($"/items/{library.Books}/{book}", new { author = 2 })).DataAsync();

        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{library.Books}/{book}", tag!, new { place = 8 }))
            .ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
    }

    [Theory, EachDatabase]
    public async Task Any_of_several_tags_will_do_and_a_star_asks_for_the_item_only(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        var path = $"/items/{notes}/{await app.CreateAsync($"/items/{notes}", new { title = "a" })}";
        var tag = await app.TagAsync(path);

        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, path, $"\"xyz\", {tag}", new { title = "b" })).DataAsync();
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, path, "*", new { title = "c" })).DataAsync();
        tag = await app.TagAsync(path);
        foreach (var wrong in (string[])[$"W/{tag}", tag!.Trim('"'), "\"\"", "garbled", "\"AAAA\"", $"\"{new string('A', 4000)}\"", "*, *", ""])
            await (await IfMatchAsync(app.Admin, HttpMethod.Patch, path, wrong, new { title = "d" })).ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
        var many = string.Join(", ", Enumerable.Range(0, 30).Select(i => $"\"tag{i}\""));
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, path, many, new { title = "d" })).ShouldBeErrorAsync(400, "INVALID_QUERY");

        await (await IfMatchAsync(app.Admin, HttpMethod.Delete, path, "\"stale\"")).ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
        await (await app.Admin.GetAsync(path)).ShouldBeDataAsync("""{"id":1,"title":"c"}""");
        await (await IfMatchAsync(app.Admin, HttpMethod.Delete, path, tag)).ShouldBeNoContentAsync();
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, path, "*", new { title = "e" })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await IfMatchAsync(app.Admin, HttpMethod.Delete, path, tag)).ShouldBeErrorAsync(403, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task Of_parallel_updates_with_the_same_tag_one_wins(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "count:integer");
        var path = $"/items/{notes}/{await app.CreateAsync($"/items/{notes}", new { count = 0 })}";

        for (var round = 1; round <= 5; round++)
        {
            var tag = await app.TagAsync(path);
            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
                IfMatchAsync(app.Admin, HttpMethod.Patch, path, tag!, new { count = round, title = $"{round}.{i}" })));

            Assert.Equal(1, replies.Count(reply => reply.StatusCode == HttpStatusCode.OK));
            Assert.Equal(7, replies.Count(reply => reply.StatusCode == HttpStatusCode.PreconditionFailed));
        }
    }

    [Theory, EachDatabase]
    public async Task A_create_answers_the_tag_of_what_it_shows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");

        var one = await app.Admin.PostAsync($"/items/{notes}", new { title = "a" });
        Assert.Equal(await app.TagAsync($"/items/{notes}/1"), one.Tag());
        Assert.Null((await app.Admin.PostAsync($"/items/{notes}", new[] { new { title = "b" } })).Tag());
    }

    [Theory, EachDatabase]
    public async Task A_condition_on_several_items_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        var key = await app.CreateAsync($"/items/{notes}", new { title = "a" });

        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{notes}", "*", new { keys = new[] { key }, data = new { title = "b" } }))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{notes}", "*", new[] { new { id = key, title = "b" } }))
            .ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await IfMatchAsync(app.Admin, HttpMethod.Delete, $"/items/{notes}", "*", new[] { key })).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await (await IfMatchAsync(app.Admin, HttpMethod.Post, $"/items/{notes}", "*", new { title = "b" })).ShouldBeErrorAsync(400, "INVALID_QUERY");
        await app.Admin.Items.UpdateItemsAsync(new() { Collection = notes, Keys = { key }, Data = Structs.Of(new { title = "b" }), IfMatch = "*" })
            .ShouldFailAsync(StatusCode.InvalidArgument, "INVALID_QUERY");

        await (await app.Admin.GetAsync($"/items/{notes}")).ShouldBeDataAsync("""[{"id":1,"title":"a"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_singleton_has_a_tag_once_it_is_written(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var site = await app.CreateCollectionAsync("title");
        await (await app.Admin.PatchAsync($"/collections/{site}", new { meta = new { singleton = true } })).DataAsync();

        Assert.Null(await app.TagAsync($"/items/{site}"));
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{site}", "*", new { title = "a" }))
            .ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
        var first = await app.Admin.PatchAsync($"/items/{site}", new { title = "a" });
        Assert.Equal(await app.TagAsync($"/items/{site}"), first.Tag());
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{site}", first.Tag()!, new { title = "b" })).DataAsync();
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, $"/items/{site}", first.Tag()!, new { title = "c" }))
            .ShouldBeErrorAsync(412, "PRECONDITION_FAILED");

        var read = await app.Admin.Items.ListItemsAsync(new() { Collection = site });
        Assert.Equal(await app.TagAsync($"/items/{site}"), read.Etag);
        await app.Admin.Items.UpdateItemsAsync(new() { Collection = site, Data = Structs.Of(new { title = "c" }), IfMatch = first.Tag() })
            .ShouldFailAsync(StatusCode.Aborted, "PRECONDITION_FAILED");
        var updated = await app.Admin.Items.UpdateItemsAsync(new()
        {
            Collection = site, Data = Structs.Of(new { title = "c" }),
            IfMatch = read.Etag
        });
        Assert.Equal(await app.TagAsync($"/items/{site}"), updated.Etag);
    }

    [Theory, EachDatabase]
    public async Task Tags_are_the_same_over_grpc(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title");
        var items = app.Admin.Items;

        var created = await items.CreateItemsAsync(new() { Collection = notes, Items = { Structs.Of(new { title = "a" }) } });
        var read = await items.GetItemAsync(new() { Collection = notes, Key = "1" });
        Assert.Equal((await app.TagAsync($"/items/{notes}/1"), read.Etag), (created.Etag, created.Etag));

        var updated = await items.UpdateItemAsync(new()
        {
            Collection = notes, Key = "1", Data = Structs.Of(new { title = "b" }),
            IfMatch = read.Etag
        });
        await items.UpdateItemAsync(new() { Collection = notes, Key = "1", Data = Structs.Of(new { title = "c" }), IfMatch = read.Etag })
            .ShouldFailAsync(StatusCode.Aborted, "PRECONDITION_FAILED");
        await items.DeleteItemAsync(new() { Collection = notes, Key = "1", IfMatch = read.Etag })
            .ShouldFailAsync(StatusCode.Aborted, "PRECONDITION_FAILED");
        await items.DeleteItemAsync(new() { Collection = notes, Key = "1", IfMatch = updated.Etag });
        await items.GetItemAsync(new() { Collection = notes, Key = "1" }).ShouldFailAsync(StatusCode.PermissionDenied, "FORBIDDEN");
    }

    [Theory, EachDatabase]
    public async Task A_tag_tells_nothing_of_what_its_reader_may_not_see(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var open = await app.CreateCollectionAsync("title", "body");
        var guarded = await app.CreateCollectionAsync("title", "secret", "body");
        await app.CreateAsync($"/items/{open}", new { title = "a", body = "b" });
        await app.CreateAsync($"/items/{guarded}", new { title = "a", secret = "x", body = "b" });
        var user = await app.SignInAsync(May.Read(open, "id", "title", "body"), May.Read(guarded, "id", "title", "body"),
            May.Update(guarded, "body"));

        var before = await app.TagAsync(user, $"/items/{guarded}/1");
        Assert.Equal(await app.TagAsync(user, $"/items/{open}/1"), before);
        await (await app.Admin.PatchAsync($"/items/{guarded}/1", new { secret = "y" })).DataAsync();
        Assert.Equal(before, await app.TagAsync(user, $"/items/{guarded}/1"));

        // The administrator's tag covers the secret; the user's rights do not, so it fits for neither value of it.
        var full = await app.TagAsync($"/items/{guarded}/1");
        await (await IfMatchAsync(user, HttpMethod.Patch, $"/items/{guarded}/1", full!, new { body = "c" }))
            .ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
        await (await IfMatchAsync(user, HttpMethod.Patch, $"/items/{guarded}/1", before!, new { body = "c" })).DataAsync();
    }

    [Theory, EachDatabase]
    public async Task A_condition_on_an_item_that_is_hidden_answers_like_one_that_is_absent(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "shown:boolean");
        await app.CreateAsync($"/items/{notes}", new { title = "hidden", shown = false });
        var tag = await app.TagAsync($"/items/{notes}/1");
        var reader = await app.SignInAsync(May.Read(notes).Where(new { shown = new { _eq = true } }), May.Update(notes), May.Delete(notes));
        var writer = await app.SignInAsync(May.Update(notes), May.Delete(notes));

        foreach (var user in (TestClient[])[reader, writer])
            foreach (var condition in (string[])["*", tag!, "\"stale\""])
                foreach (var key in (int[])[1, 2])
                {
                    var update = await IfMatchAsync(user, HttpMethod.Patch, $"/items/{notes}/{key}", condition, new { title = "x" });
                    var delete = await IfMatchAsync(user, HttpMethod.Delete, $"/items/{notes}/{key}", condition);
                    await update.ShouldBeErrorAsync(403, "FORBIDDEN");
                    await delete.ShouldBeErrorAsync(403, "FORBIDDEN");
                }

        await (await app.Admin.GetAsync($"/items/{notes}?fields=title")).ShouldBeDataAsync("""[{"title":"hidden"}]""");
    }

    [Theory, EachDatabase]
    public async Task System_collections_and_the_own_account_have_tags_that_show_no_secret(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var user = await app.CreateAsync("/users",
            new { email = $"{Guid.NewGuid():N}@example.com", password = "first", token = $"{Guid.NewGuid():N}" });
        var before = await app.TagAsync($"/users/{user}?fields=email,password,token");
        Assert.NotNull(before);
        await (await app.Admin.PatchAsync($"/users/{user}", new { password = "second", token = $"{Guid.NewGuid():N}" })).DataAsync();
        Assert.Equal(before, await app.TagAsync($"/users/{user}?fields=email,password,token"));

        var me = await app.TagAsync("/users/me?fields=theme_light");
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, "/users/me", "\"stale\"", new { theme_light = "x" }))
            .ShouldBeErrorAsync(412, "PRECONDITION_FAILED");
        await (await IfMatchAsync(app.Admin, HttpMethod.Patch, "/users/me", me!, new { description = "x" })).DataAsync();
    }

    private static Task<HttpResponseMessage> IfMatchAsync(TestClient client, HttpMethod method, string path, string tags, object? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tags);
        return client.SendAsync(request);
    }
}

internal static class Tags
{
    public static string? Tag(this HttpResponseMessage reply) => reply.Headers.TryGetValues("ETag", out var tags) ? Assert.Single(tags) : null;

    public static Task<string?> TagAsync(this TestApp app, string path) => app.TagAsync(app.Admin, path);

    public static async Task<string?> TagAsync(this TestApp app, TestClient client, string path)
    {
        var reply = await client.GetAsync(path);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
        return reply.Tag();
    }
}
