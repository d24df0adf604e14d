using System.Text.Json.Nodes;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

public sealed class StreamTests
{
    // More than two chunks of the server's reader.
    private const int Rows = 1_234;

    [Theory, EachDatabase]
    public async Task Items_with_relations_are_the_same_streamed_listed_and_in_pages(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        await (await app.Admin.PostAsync($"/items/{library.Authors}?fields=id", Enumerable.Range(1, Rows).Select(number => new
        {
            name = $"author {number}",
            books = Enumerable.Range(1, number % 3).Select(book => new { title = $"book {book} of {number}" }),
        }))).DataAsync();
        string[] fields = ["id", "name", "books.title", "books.author.name"];

        var listed = await (await app.Admin.GetAsync($"/items/{library.Authors}?limit=-1&sort=-id&fields={string.Join(',', fields)}")).DataAsync();
        var paged = new JsonArray();
        for (var page = 1; page <= 13; page++)
        {
            var part = await (await app.Admin.GetAsync($"/items/{library.Authors}?limit=100&page={page}&sort=-id&fields={string.Join(',', fields)}"))
                .DataAsync();
            foreach (var row in part!.AsArray()) paged.Add(row!.DeepClone());
        }

        var query = new Common.V1.Query { Fields = { fields }, Sort = { "-id" } };
        Assert.Equal(Rows, listed!.AsArray().Count);
        JsonAssert.Same(paged, listed);
        JsonAssert.Same(listed, await StreamAsync(app.Admin, library.Authors, query, Encoding.Json));
        JsonAssert.Same(listed, await StreamAsync(app.Admin, library.Authors, query, Encoding.Struct));
    }

    [Theory, EachDatabase]
    public async Task Flat_items_come_in_several_messages_all_of_them_unless_limited(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        await (await app.Admin.PostAsync($"/items/{things}?fields=id",
            Enumerable.Range(1, 5_000).Select(number => new { title = $"a title of some length, number {number}" }))).DataAsync();

        using var call = app.Admin.Items.StreamItems(new() { Collection = things, Query = new() { Sort = { "id" } }, Encoding = Encoding.Json });
        var sizes = new List<int>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None)) sizes.Add(call.ResponseStream.Current.Json.ToJson()!.AsArray().Count);

        Assert.Equal(5_000, sizes.Sum());
        Assert.InRange(sizes.Count, 3, 50);
        Assert.Equal(7, (await StreamAsync(app.Admin, things, new() { Limit = 7 }, Encoding.Json)).Count);
        Assert.Empty(await StreamAsync(app.Admin, things, new() { Filter = Structs.Of(new { id = new { _eq = -1 } }) }, Encoding.Json));
    }

    [Theory, EachDatabase]
    public async Task A_stream_shows_no_more_than_a_list(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title", "secret");
        await app.CreateAsync($"/items/{things}", new { title = "shown", secret = "hidden" });
        var reader = await app.SignInAsync(May.Read(things, "title"));

        JsonAssert.Same(JsonNode.Parse("""[{"title":"shown"}]"""), await StreamAsync(reader, things, new(), Encoding.Struct));
        foreach (var (caller, query) in new[] { (reader, new Common.V1.Query { Fields = { "secret" } }), (app.Anonymous, new Common.V1.Query()) })
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() => StreamAsync(caller, things, query, Encoding.Json));
            Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        }
    }

    [Theory, EachDatabase]
    public async Task A_singleton_and_groups_stream_as_rows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var things = await app.CreateCollectionAsync("title");
        await app.CreateAsync($"/items/{things}", new { title = "one" });

        Assert.Single(await StreamAsync(app.Admin, "directus_settings", new() { Fields = { "project_name" } }, Encoding.Json));
        JsonAssert.Same(JsonNode.Parse("""[{"count":"1"}]"""),
            await StreamAsync(app.Admin, things, new() { Aggregate = Structs.Of(new { count = "*" }) }, Encoding.Struct));
    }

    private static async Task<JsonArray> StreamAsync(TestClient client, string collection, Common.V1.Query query, Encoding encoding)
    {
        using var call = client.Items.StreamItems(new() { Collection = collection, Query = query, Encoding = encoding });
        var rows = new JsonArray();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
        {
            var message = call.ResponseStream.Current;
            var part = encoding == Encoding.Json ? message.Json.ToJson() : message.Items.ToJson();
            foreach (var row in part!.AsArray()) rows.Add(row!.DeepClone());
        }

        return rows;
    }
}
