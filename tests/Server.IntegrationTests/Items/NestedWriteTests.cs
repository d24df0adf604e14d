using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Items within items: one transaction, written as the relations say.</summary>
public sealed class NestedWriteTests
{
    [Theory, EachDatabase]
    public async Task A_tree_of_items_is_written_at_once(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        var reply = await app.Admin.PostAsync($"/items/{library.Books}?fields=title,author.name,author.notes.text,tags.tag.label", new
        {
            title = "B",
            author = new { name = "Ada", notes = new[] { new { text = "n" } } },
            tags = new[] { new { tag = new { label = "red" } }, new { tag = new { label = "blue" } } },
        });

        await reply.ShouldBeDataAsync("""
            {"title":"B","author":{"name":"Ada","notes":[{"text":"n"}]},"tags":[{"tag":{"label":"red"}},{"tag":{"label":"blue"}}]}
            """);
    }

    [Theory, EachDatabase]
    public async Task A_tree_of_items_is_written_over_grpc_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        await app.Admin.Items.CreateItemsAsync(new CreateItemsRequest
        {
            Collection = library.Authors,
            Items = { Structs.Of(new { name = "Ada", books = new { create = new[] { new { title = "one" }, new { title = "two" } } } }) },
        });

        await (await app.Admin.GetAsync($"/items/{library.Authors}?fields=name,books.title,books.place"))
            .ShouldBeDataAsync("""[{"name":"Ada","books":[{"title":"one","place":1},{"title":"two","place":2}]}]""");
    }

    [Theory, EachDatabase]
    public async Task An_item_of_a_list_belongs_to_what_holds_the_list_whatever_it_says(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        var other = await app.CreateAsync($"/items/{library.Authors}", new { name = "other", books = new[] { new { title = "moved" } } });

        var reply = await app.Admin.PostAsync($"/items/{library.Authors}?fields=name,books.title", new
        {
            name = "Ada",
            books = new
            {
                create = new object[] { new { title = "one", author = new { name = "nobody" } }, new { title = "two", author = other } },
                update = new[] { new { id = 1, author = new { name = "nobody" } } },
            },
        });

        await reply.ShouldBeDataAsync("""{"name":"Ada","books":[{"title":"one"},{"title":"two"},{"title":"moved"}]}""");
        await (await app.Admin.GetAsync($"/items/{library.Authors}?aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"2"}]""");
    }

    [Theory, EachDatabase]
    public async Task A_failure_deep_inside_leaves_nothing(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        object[] trees =
        [
            new { name = "lost", notes = new object[] { new { text = "fine" }, new { } } },
            new { name = "lost", books = new[] { new { title = "lost", tags = new[] { new { tag = 999 } } } } },
            new { name = "lost", books = new object[] { new { title = "lost" }, 999 } },
            new { name = "lost",
                books = new[] { new { title = "lost", tags = new object[] { new { tag = new { label = "lost" } }, new { tag = "nonsense" } } } } },
        ];
        string[] codes = ["FAILED_VALIDATION", "INVALID_FOREIGN_KEY", "FORBIDDEN", "INVALID_PAYLOAD"];

        for (var i = 0; i < trees.Length; i++)
            await (await app.Admin.PostAsync($"/items/{library.Authors}", trees[i]))
                .ShouldBeErrorAsync(codes[i] == "FORBIDDEN" ? 403 : 400, codes[i]);

        foreach (var collection in (string[])[library.Authors, library.Books, library.Notes, library.Tags, library.BookTags])
        {
            await (await app.Admin.GetAsync($"/items/{collection}")).ShouldBeDataAsync("[]");
            await (await app.Admin.GetAsync($"/activity?filter[collection][_eq]={collection}")).ShouldBeDataAsync("[]");
        }
    }

    [Theory, EachDatabase]
    public async Task What_a_list_leaves_out_is_unlinked_or_deleted_as_the_relation_says(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}", new
        {
            name = "Ada",
            books = new[] { new { title = "b1" }, new { title = "b2" } },
            notes = new[] { new { text = "n1" }, new { text = "n2" } },
        });

        var reply = await app.Admin.PatchAsync($"/items/{library.Authors}/1?fields=books.title,notes.text",
            new { books = new object[] { 2, new { title = "b3" } }, notes = new[] { 1 } });

        await reply.ShouldBeDataAsync("""{"books":[{"title":"b2"},{"title":"b3"}],"notes":[{"text":"n1"}]}""");
        await (await app.Admin.GetAsync($"/items/{library.Books}?fields=title,author&sort=id"))
            .ShouldBeDataAsync("""[{"title":"b1","author":null},{"title":"b2","author":1},{"title":"b3","author":1}]""");
        await (await app.Admin.GetAsync($"/items/{library.Notes}?fields=text")).ShouldBeDataAsync("""[{"text":"n1"}]""");
    }

    [Theory, EachDatabase]
    public async Task Changes_of_a_list_touch_nothing_else(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await app.CreateAsync($"/items/{library.Authors}",
            new { name = "Ada", books = new { create = new[] { new { title = "b1" }, new { title = "b2" } } } });
        await app.CreateAsync($"/items/{library.Authors}", new { name = "Bo", books = new[] { new { title = "b3" } } });

        var reply = await app.Admin.PatchAsync($"/items/{library.Authors}/1?fields=books.title,books.place", new
        {
            books = new { create = new[] { new { title = "b4" } }, update = new[] { new { id = 2, title = "b2!" } }, delete = new[] { 1, 3, 999 } },
        });

        await reply.ShouldBeDataAsync("""{"books":[{"title":"b2!","place":2},{"title":"b4","place":3}]}""");
        await (await app.Admin.GetAsync($"/items/{library.Authors}/2?fields=books.title")).ShouldBeDataAsync("""{"books":[{"title":"b3"}]}""");
    }

    [Theory, EachDatabase]
    public async Task Items_of_one_request_may_refer_to_each_other(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        var reply = await app.Admin.PostAsync($"/items/{library.Books}?fields=title,author.name", new object[]
        {
            new { title = "b1", author = new { id = 70, name = "Ada" } },
            new { title = "b2", author = new { id = 70, name = "Ada L." } },
        });

        await reply.ShouldBeDataAsync("""[{"title":"b1","author":{"name":"Ada L."}},{"title":"b2","author":{"name":"Ada L."}}]""");
    }

    [Theory, EachDatabase]
    public async Task A_revision_names_the_one_that_it_was_made_within_and_no_secret(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var mark = $"{Guid.NewGuid():N}"[..12];
        var role = await app.CreateAsync("/roles",
            new { name = mark, users = new[] { new { email = $"{mark}@example.com", password = "secret word", token = mark } } });

        await (await app.Admin.GetAsync($"/revisions?filter[parent][item][_eq]={role}&fields=collection,delta,data,parent.collection")).ShouldBeDataAsync($$$"""
            [{"collection":"directus_users",
              "delta":{"email":"{{{mark}}}@example.com","password":"**********","token":"**********"},
              "data":{"email":"{{{mark}}}@example.com","password":"**********","token":"**********"},
              "parent":{"collection":"directus_roles"}}]
            """);
    }
}
