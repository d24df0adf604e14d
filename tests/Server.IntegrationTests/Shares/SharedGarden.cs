using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Shares;

/// <summary>Articles with an author who has a country, tags by a junction, blocks of any kind and a parent; two of each.
/// The first article is the one to share.</summary>
internal sealed record SharedGarden(TestApp App, string Mark)
{
    public string Articles => $"articles_{Mark}";

    public string Authors => $"authors_{Mark}";

    public string Countries => $"countries_{Mark}";

    public string Tags => $"tags_{Mark}";

    public string Junction => $"articles_tags_{Mark}";

    public string Blocks => $"blocks_{Mark}";

    public string Texts => $"texts_{Mark}";

    public static async Task<SharedGarden> PlantAsync(TestApp app)
    {
        var garden = new SharedGarden(app, TestApp.Mark());
        await garden.CreateCollectionsAsync();
        await garden.CreateItemsAsync();
        return garden;
    }

    /// <summary>All that can be read of it.</summary>
    public May[] ReadAll =>
        [May.Read(Articles), May.Read(Authors), May.Read(Countries), May.Read(Tags), May.Read(Junction), May.Read(Blocks), May.Read(Texts)];

    /// <summary>Shares the first article as this caller and answers who was let in.</summary>
    public async Task<TestClient> ShareAsync(TestClient creator, string role, string? id = null)
    {
        var share = await creator.PostAsync("/shares", new { id = id ?? Guid.NewGuid().ToString(), collection = Articles, item = "1", role });
        var key = share.StatusCode == System.Net.HttpStatusCode.NoContent ? id! : (await share.DataAsync())!["id"]!.ToString();
        return App.Client((await App.Anonymous.Shares.AuthenticateShareAsync(new() { Share = key })).Tokens.AccessToken);
    }

    private async Task CreateCollectionsAsync()
    {
        await CreateAsync(Countries, Plain("name"));
        await CreateAsync(Authors, Plain("name"), Plain("country", "integer"), List("articles"));
        await CreateAsync(Articles, Plain("title"), Plain("owner", "uuid"), Plain("author", "integer"), Plain("parent", "integer"), List("children"),
            List("tags"), List("blocks"));
        await CreateAsync(Tags, Plain("label"), List("articles"));
        await CreateAsync(Junction, Plain("article", "integer"), Plain("tag", "integer"));
        await CreateAsync(Texts, Plain("text"));
        await CreateAsync(Blocks, Plain("article", "integer"), Plain("collection"), Plain("item"));
        await RelateAsync(new { collection = Authors, field = "country", related_collection = Countries, meta = new { } });
        await RelateAsync(new { collection = Articles, field = "author", related_collection = Authors, meta = new { one_field = "articles" } });
        await RelateAsync(new { collection = Articles, field = "parent", related_collection = Articles, meta = new { one_field = "children" } });
        await RelateAsync(new
        {
            collection = Junction,
            field = "article",
            related_collection = Articles,
            meta = new { one_field = "tags", junction_field = "tag" }
        });
        await RelateAsync(new
        {
            collection = Junction,
            field = "tag",
            related_collection = Tags,
            meta = new { one_field = "articles", junction_field = "article" }
        });
        await RelateAsync(new
        {
            collection = Blocks,
            field = "article",
            related_collection = Articles,
            meta = new { one_field = "blocks", junction_field = "item" }
        });
        await RelateAsync(new
        {
            collection = Blocks,
            field = "item",
            meta = new { one_collection_field = "collection", one_allowed_collections = new[] { Texts }, junction_field = "article" }
        });
    }

    private async Task CreateItemsAsync()
    {
        foreach (var name in new[] { "first", "second" })
        {
            await App.CreateAsync($"/items/{Articles}", new
            {
                title = name,
                author = new { name = $"{name} author", country = new { name = $"{name} country" } },
                tags = new[] { new { tag = new { label = $"{name} tag" } } },
                blocks = new[] { new { collection = Texts, item = new { text = $"{name} text" } } },
            });
        }

        await App.CreateAsync($"/items/{Articles}", new { title = "by the same author", author = 1 });
        await App.CreateAsync($"/items/{Articles}", new { title = "child", parent = 1, author = 2 });
    }

    private Task CreateAsync(string name, params object[] fields) => App.CreateCollectionAsync(name,
        [new { field = "id", type = "integer", meta = new { }, schema = new { is_primary_key = true, has_auto_increment = true } }, .. fields]);

    private async Task RelateAsync(object relation) => await (await App.Admin.PostAsync("/relations", relation)).DataAsync();

    private static object Plain(string name, string type = "string") => new { field = name, type, meta = new { }, schema = new { } };

    private static object List(string name) => new { field = name, type = "alias", meta = new { special = new[] { "o2m" } }, schema = (object?)null };
}
