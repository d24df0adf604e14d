using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Client.Tests.OnServer;

/// <summary>What a stranger does first: connect, log in, make a collection, fill it, query it, share an item, read it back.</summary>
public sealed class StoryTests
{
    [Theory, EachDatabase]
    public async Task Items_are_created_queried_changed_and_deleted(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(
            NewField.Key(), NewField.String("author_name"), NewField.Of("price", "decimal"));
        var books = app.Admin.Items<Book>(name);

        var ada = await books.CreateAsync(new Book(null, "Ada", 12.5m));
        await books.CreateAsync([new Book(null, "Bo", 3m), new Book(null, "Cyd", null)]);
        var priced = books.Where(Filter.Field("price").IsNotNull() & Filter.Field("author_name").NotEq("Cyd"));
        var page = await priced.Sort("-price").Limit(1).PageAsync();

        Assert.Equal(new Book(1, "Ada", 12.5m), ada);
        Assert.Equal([ada!], page.Items);
        Assert.Equal((3, 2, 2), (page.TotalCount, page.FilterCount, await priced.CountAsync()));
        Assert.Equal("Bo", (await books.Sort("id").Offset(1).FirstOrDefaultAsync())?.AuthorName);
        Assert.Equal(["Cyd", "Bo", "Ada"], (await books.Sort("-id").ToListAsync()).Select(book => book.AuthorName));

        Assert.Equal(new Book(1, "Ada L.", 12.5m), await books.UpdateAsync(1, new { author_name = "Ada L." }));
        await books.UpdateAsync([2, 3], new { price = (decimal?)null });
        Assert.Equal(1, await priced.CountAsync());

        await books.DeleteAsync(1);
        await books.DeleteAsync([2, 3]);
        Assert.Empty(await books.ToListAsync());
    }

    [Theory, EachDatabase]
    public async Task Relations_are_followed_in_fields_and_filters(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync(NewField.UuidKey(), NewField.String("name"));
        var posts = await app.CreateCollectionAsync(NewField.Key(), NewField.String("title"), NewField.Of("author", "uuid"));
        await app.Admin.Schema.CreateRelationAsync(posts, "author", authors);
        var author = await app.Admin.Items(authors).CreateAsync(new { name = "Ada" });
        object[] both = [new { title = "One", author = author!["id"] }, new { title = "Two", author = (JsonNode?)null }];
        await app.Admin.Items(posts).CreateAsync(both);

        var found = await app.Admin.Items(posts).Where(Filter.Field("author.name").Eq("Ada")).Fields("title", "author.name").ToListAsync();

        Assert.Equal("""{"title":"One","author":{"name":"Ada"}}""", Assert.Single(found).ToJsonString());
    }

    [Theory, EachDatabase]
    public async Task Singleton_starts_with_its_defaults_and_keeps_its_changes(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = $"s_{Guid.NewGuid():N}"[..14];
        await app.Admin.Schema.CreateCollectionAsync(new()
        {
            Name = name,
            Meta = new() { Singleton = true },
            Schema = new(),
            Fields = [NewField.Key(), NewField.String("author_name")],
        });
        var settings = app.Admin.Singleton<Book>(name);

        Assert.Null((await settings.GetAsync()).AuthorName);
        await settings.UpdateAsync(new { author_name = "Ada" });

        Assert.Equal("Ada", (await settings.GetAsync()).AuthorName);
    }

    [Theory, EachDatabase]
    public async Task Large_and_exact_numbers_come_back_as_they_went(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);
        var name = await app.CreateCollectionAsync(NewField.Key(), NewField.Of("big", "bigInteger"));

        var created = await app.Admin.Items(name).CreateAsync(new { big = 9007199254740993 });

        Assert.Equal("9007199254740993", created!["big"]!.ToString());
    }

    [Theory, EachDatabase]
    public async Task System_collections_are_items_too(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);

        var me = await app.Admin.Items("directus_users").Where(Filter.Field("email").Eq(TestServer.AdminEmail)).FirstOrDefaultAsync();

        Assert.Equal("**********", (string?)me?["password"]);
    }

    [Theory, EachDatabase]
    public async Task Lines_of_the_readme_run(TestDatabase database)
    {
        await using var app = await ServerApp.StartAsync(database);

        await ReadmeSnippet.RunAsync(app.Url, TestServer.AdminPassword);

        var articles = await app.Admin.Items<Article>("articles").ToListAsync();
        Assert.Equal([new Article(1, "Hello", "published"), new Article(2, "Later", "draft")], articles);
        await app.Admin.Schema.DeleteCollectionAsync("articles");
    }
}
