using Directus.Grpc.Schema.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Shares;

/// <summary>Who holds a share is told how what it shows is set up, and nothing of the rest: the app's own page for shares asks for it.</summary>
public sealed class ShareSetupTests
{
    [Theory, EachDatabase]
    public async Task A_share_tells_the_collections_and_fields_that_it_leads_to(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var authors = await app.CreateCollectionAsync("name", "salary:integer");
        var articles = await app.CreateCollectionAsync("title", "author:integer", "secret");
        var other = await app.CreateCollectionAsync("name");
        await (await app.Admin.PostAsync("/relations", new { collection = articles, field = "author", related_collection = authors })).DataAsync();
        await app.CreateAsync($"/items/{authors}", new { name = "Ann" });
        await app.CreateAsync($"/items/{articles}", new { title = "one", author = 1 });
        var role = await app.CreateRoleAsync(May.Read(articles, "id", "title", "author"), May.Read(authors, "id", "name"));
        var share = await app.CreateAsync("/shares", new { collection = articles, item = "1", role });
        var token = (await (await app.Anonymous.PostAsync("/shares/auth", new { share })).DataAsync())!["access_token"]!.ToString();
        var receiver = app.Client(token);

        var collections = (await (await receiver.GetAsync("/collections")).DataAsync())!.AsArray().Select(row => $"{row!["collection"]}").ToList();
        Assert.Equal(new[] { authors, articles }.Order(StringComparer.Ordinal),
            collections.Where(name => !name.StartsWith("directus_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await (await receiver.GetAsync($"/collections/{other}")).ShouldBeErrorAsync(403, "FORBIDDEN");

        var fields = (await (await receiver.GetAsync("/fields")).DataAsync())!.AsArray()
            .Where(row => !$"{row!["collection"]}".StartsWith("directus_", StringComparison.Ordinal))
            .Select(row => $"{row!["collection"]}.{row["field"]}").Order(StringComparer.Ordinal);
        Assert.Equal(new[] { $"{articles}.author", $"{articles}.id", $"{articles}.title", $"{authors}.id",
            $"{authors}.name" }.Order(StringComparer.Ordinal), fields);
        await (await receiver.GetAsync($"/fields/{articles}/secret")).ShouldBeErrorAsync(403, "FORBIDDEN");
        var relations = (await (await receiver.GetAsync($"/relations/{articles}")).DataAsync())!.AsArray();
        Assert.Equal(authors, Assert.Single(relations)!["related_collection"]!.ToString());
        await (await receiver.GetAsync("/translations?limit=0")).ShouldBeDataAsync("[]");

        var overGrpc = await new CollectionsService.CollectionsServiceClient(receiver.Rpc).ListCollectionsAsync(new() { PageSize = 1000 });
        Assert.Equal(collections.Order(StringComparer.Ordinal), overGrpc.Collections.Select(collection => collection.Collection_)
            .Order(StringComparer.Ordinal));
        foreach (var path in (string[])["/settings", "/users", "/presets", "/activity", $"/items/{other}"])
            await (await receiver.GetAsync(path)).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await receiver.PatchAsync($"/collections/{articles}", new { meta = new { note = "mine" } })).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await receiver.PostAsync("/translations", new { key = "k", language = "en-US", value = "v" })).ShouldBeErrorAsync(403, "FORBIDDEN");
    }
}
