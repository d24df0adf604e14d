using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>A collection whose items hold, by a many-to-any, a text or a number.</summary>
internal static class Blocks
{
    public static async Task<(string Name, string Texts, string Numbers)> CreateAsync(TestApp app)
    {
        var (texts, numbers) = (await app.CreateCollectionAsync("text"), await app.CreateCollectionAsync("number:integer"));
        var blocks = await app.CreateCollectionAsync("item", "kind");
        await (await app.Admin.PostAsync("/relations", new
        {
            collection = blocks,
            field = "item",
            related_collection = (string?)null,
            meta = new { one_collection_field = "kind", one_allowed_collections = new[] { texts, numbers } },
        })).DataAsync();
        return (blocks, texts, numbers);
    }
}
