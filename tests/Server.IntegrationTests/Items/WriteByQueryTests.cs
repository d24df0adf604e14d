using Directus.Grpc.Items.V1;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>A query that writes means the rows that it would read.</summary>
public sealed class WriteByQueryTests
{
    private const int Items = 105;

    [Theory, EachDatabase]
    public async Task A_query_that_writes_means_what_it_would_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var queue = await QueueAsync(app);
        (object Query, int[] Keys)[] queries =
        [
            (new { sort = new[] { "-id" }, limit = 1 }, [105]), (new { sort = "n", limit = 2, offset = 1 }, [103, 104]),
                (new { sort = "n", limit = 2, page = 3 }, [100, 101]),
            (new { offset = 103 }, [104, 105]), (new { search = "one", sort = new[] { "-id" }, limit = 1 }, [3]), (new { limit = 0 }, []),
            (new { filter = new { id = new { _lt = 4 } }, sort = new[] { "title", "-id" }, limit = 1 }, [3]),
            (new { }, [.. Enumerable.Range(1, 100)]), (new { page = 2 }, [101, 102, 103, 104, 105]), (new { aggregate = new { count = "*" } }, []),
        ];

        foreach (var (query, keys) in queries)
        {
            await ResetAsync(app, queue);
            await (await app.Admin.PatchAsync($"/items/{queue}", new { query, data = new { mark = 1 } })).DataAsync();
            Assert.Equal((query, string.Join(' ', keys)), (query, await MarkedAsync(app, queue)));
        }

        await (await app.Admin.PatchAsync($"/items/{queue}", new { query = new { sort = "nothing" }, data = new { mark = 2 } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.DeleteAsync($"/items/{queue}", new { query = new { sort = new[] { "n" }, limit = 2 } })).ShouldBeNoContentAsync();
        await (await app.Admin.DeleteAsync($"/items/{queue}", new { query = new { sort = new[] { "-n" }, offset = 2 } })).ShouldBeNoContentAsync();
        await (await app.Admin.GetAsync($"/items/{queue}?fields=id")).ShouldBeDataAsync("""[{"id":1},{"id":2},{"id":103}]""");
    }

    [Theory, EachDatabase]
    public async Task So_it_does_over_grpc(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var queue = await QueueAsync(app);

        await app.Admin.Items.UpdateItemsAsync(new()
        {
            Collection = queue, Where = new() { Sort = { "-id" }, Limit = 2, Offset = 1 },
            Data = Structs.Of(new { mark = 1 })
        });
        Assert.Equal("103 104", await MarkedAsync(app, queue));

        await app.Admin.Items.DeleteItemsAsync(new DeleteItemsRequest { Collection = queue, Where = new() { Sort = { "-id" }, Limit = 1 } });
        await app.Admin.Items.DeleteItemsAsync(new DeleteItemsRequest { Collection = queue, Where = new() });
        await (await app.Admin.GetAsync($"/items/{queue}?fields=id")).ShouldBeDataAsync("""[{"id":101},{"id":102},{"id":103},{"id":104}]""");
    }

    [Theory, EachDatabase]
    public async Task Nobody_orders_what_they_write_by_what_they_may_not_read(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var queue = await QueueAsync(app);
        var writer = await app.SignInAsync(May.Read(queue, "id", "title"), May.Update(queue), May.Delete(queue));

        await (await writer.PatchAsync($"/items/{queue}", new { query = new { sort = "n", limit = 1 }, data = new { mark = 1 } }))
            .ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await writer.DeleteAsync($"/items/{queue}", new { query = new { sort = "-n", limit = 1 } })).ShouldBeErrorAsync(403, "FORBIDDEN");
        Assert.Equal("", await MarkedAsync(app, queue));
    }

    // The first three have titles; n goes down while the keys go up.
    private static async Task<string> QueueAsync(TestApp app)
    {
        var queue = await app.CreateCollectionAsync("title", "n:integer", "mark:integer");
        await (await app.Admin.PostAsync($"/items/{queue}", Enumerable.Range(1, Items)
            .Select(i => new { title = i <= 3 ? "one" : null, n = -i, mark = 0 }))).DataAsync();
        return queue;
    }

    private static async Task ResetAsync(TestApp app, string queue) =>
        await (await app.Admin.PatchAsync($"/items/{queue}", new { query = new { limit = -1 }, data = new { mark = 0 } })).DataAsync();

    private static async Task<string> MarkedAsync(TestApp app, string queue)
    {
        var marked = await (await app.Admin.GetAsync($"/items/{queue}?fields=id&filter[mark][_eq]=1&sort=id&limit=-1")).DataAsync();
        return string.Join(' ', marked!.AsArray().Select(item => (int)item!["id"]!));
    }
}
