using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.History;

/// <summary>Articles with an author, comments, and versions.</summary>
internal sealed class Drafts
{
    private Drafts(TestApp app, string articles, string authors, string comments) =>
        (App, Articles, Authors, Comments) = (app, articles, authors, comments);

    public TestApp App { get; }

    public string Articles { get; }

    public string Authors { get; }

    public string Comments { get; }

    /// <summary>Two articles, the first by Ann with the comments 1 and 2; the second by nobody.</summary>
    public static async Task<Drafts> StartAsync(TestApp app)
    {
        var articles = await app.CreateCollectionAsync("title", "body:text", "status", "author:integer", "secret");
        var authors = await app.CreateCollectionAsync("name");
        var comments = await app.CreateCollectionAsync("text", "article:integer", "hidden");
        await (await app.Admin.PatchAsync($"/collections/{articles}", new { meta = new { versioning = true } })).DataAsync();
        await (await app.Admin.PostAsync($"/fields/{articles}", new { field = "slug", type = "string", schema = new { is_unique = true } }))
            .DataAsync();
        await (await app.Admin.PostAsync($"/fields/{articles}",
            new { field = "rank", type = "integer", schema = new { is_nullable = false, default_value = 5 } }))
            .DataAsync();
        await (await app.Admin.PostAsync($"/fields/{articles}", new { field = "comments", type = "alias", meta = new { special = new[] { "o2m" } } }))
            .DataAsync();
        await (await app.Admin.PostAsync("/relations", new { collection = articles, field = "author", related_collection = authors })).DataAsync();
        await (await app.Admin.PostAsync("/relations", new
        {
            collection = comments,
            field = "article",
            related_collection = articles,
            meta = new { one_field = "comments" }
        })).DataAsync();
        await app.CreateAsync($"/items/{authors}", new { name = "Ann" });
        await app.CreateAsync($"/items/{articles}", new
        {
            title = "one",
            slug = "one",
            status = "open",
            author = 1,
            comments = new[] { new { text = "c1" }, new { text = "c2" } }
        });
        await app.CreateAsync($"/items/{articles}", new { title = "two", slug = "two", status = "open" });
        return new Drafts(app, articles, authors, comments);
    }

    /// <summary>A version of the first article.</summary>
    public Task<string> CreateAsync(string key = "draft") => App.CreateAsync("/versions", new { key, collection = Articles, item = "1" });

    public async Task<JsonNode> SaveAsync(string version, object change, TestClient? by = null) =>
        (await (await (by ?? App.Admin).PostAsync($"/versions/{version}/save", change)).DataAsync())!;

    public async Task<string> HashAsync(string version, TestClient? by = null) =>
        (await (await (by ?? App.Admin).GetAsync($"/versions/{version}/compare")).DataAsync())!["mainHash"]!.ToString();

    public Task<HttpResponseMessage> GetAsync(string query, TestClient? by = null) => (by ?? App.Admin).GetAsync($"/items/{Articles}/1?{query}");

    /// <summary>What the collections hold, to see that something left them as they were.</summary>
    public async Task<string> ContentAsync()
    {
        var parts = new List<string>();
        foreach (var collection in (string[])[Articles, Authors, Comments])
            parts.Add((await (await App.Admin.GetAsync($"/items/{collection}?fields=*")).DataAsync())!.ToJsonString());
        return string.Join('\n', parts);
    }
}
