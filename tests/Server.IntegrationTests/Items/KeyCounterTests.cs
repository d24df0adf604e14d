using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>A generated key is beyond all keys that there are, whoever gave them.</summary>
public sealed class KeyCounterTests
{
    [Theory, EachDatabase]
    public async Task Generated_keys_follow_given_ones(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        await CreatesAsync(app, library.Authors, new object[] { new { id = 10 }, new { } }, "[10,11]");
        await CreatesAsync(app, library.Authors, new object[] { new { }, new { id = 5000 }, new { } }, "[12,5000,5001]");
        await CreatesAsync(app, library.Authors, new object[] { new { id = 3 } }, "[3]");
        await CreatesAsync(app, library.Authors, new object[] { new { } }, "[5002]");
    }

    [Theory, EachDatabase]
    public async Task Nested_and_upserted_keys_count_too(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);

        await app.CreateAsync($"/items/{library.Books}", new { author = new { id = 7 }, tags = new[] { new { tag = new { id = 20 } } } });

        await CreatesAsync(app, library.Authors, new object[] { new { } }, "[8]");
        await CreatesAsync(app, library.Tags, new object[] { new { } }, "[21]");
    }

    [Theory, EachDatabase]
    public async Task Callers_who_give_keys_and_who_do_not_never_collide(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => app.Admin.PostAsync($"/items/{things}",
            number % 4 == 0 ? (object)new { id = 10_000 + (number * 3_000) } : new { title = "x" })));

        Assert.All(replies, reply => Assert.Equal(200, (int)reply.StatusCode));
        await CreatesAsync(app, things, new object[] { new { id = 1_000_000 }, new { } }, "[1000000,1000001]");
    }

    private static async Task CreatesAsync(TestApp app, string collection, object items, string keys)
    {
        var created = await (await app.Admin.PostAsync($"/items/{collection}?fields=id", items)).DataAsync();
        JsonAssert.Same(JsonNode.Parse(keys), new JsonArray([.. created!.AsArray().Select(item => item!["id"]!.DeepClone())]));
    }
}
