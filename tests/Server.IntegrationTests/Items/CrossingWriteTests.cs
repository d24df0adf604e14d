using System.Globalization;
using Directus.Grpc.TestKit;
using Grpc.Core;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Writes of the same items at the same time, each in an order of its own: all of them happen, one after the other.
/// CROSSING_CALLS tries more of them than the usual run does.</summary>
public sealed class CrossingWriteTests
{
    private const int Callers = 16;
    private const int Items = 20;

    private static readonly int Calls =
        int.Parse(Environment.GetEnvironmentVariable("CROSSING_CALLS") ?? "160", CultureInfo.InvariantCulture);

    [Theory, EachDatabase]
    public async Task Batches_that_cross_all_succeed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await (await app.Admin.PostAsync($"/items/{notes}", Enumerable.Range(1, Items).Select(n => new { title = "new", n }))).DataAsync();

        await CrossAsync(Calls, async (random, call) =>
        {
            var keys = Shuffled(random);
            await SucceedAsync((call % 3) switch
            {
                0 => app.Admin.PatchAsync($"/items/{notes}", keys.Select(id => new { id, title = $"{call}" })),
                1 => app.Admin.PatchAsync($"/items/{notes}", new { keys, data = new { title = $"{call}", n = call } }),
                _ => app.Admin.PatchAsync($"/items/{notes}",
                    keys.Select((id, i) => i % 2 == 0 ? (object)new { id, n = i } : new { id, title = $"{call}" })),
            });
        });
    }

    [Theory, EachDatabase]
    public async Task Nested_writes_that_cross_all_succeed(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var library = await Library.CreateAsync(app);
        for (var author = 1; author <= 4; author++)
        {
            await app.CreateAsync($"/items/{library.Authors}",
                new { name = $"author {author}", books = Enumerable.Range(1, Items / 4).Select(book => new { title = $"book {book}" }) });
        }

        // Books go from author to author, their titles change on the way; two authors are changed in one call.
        await CrossAsync(Calls / 4, async (random, call) =>
        {
            var books = Shuffled(random).Take(6).Select((id, i) => i % 2 == 0 ? (object)id : new { id, title = $"{call}" }).ToArray();
            var authors = new[] { 1, 2, 3, 4 };
            random.Shuffle(authors);
            await SucceedAsync(call % 2 == 0
                ? app.Admin.PatchAsync($"/items/{library.Authors}", authors.Take(2)
                    .Select((id, i) => new { id, name = $"{call}", books = books.Chunk(3).ElementAt(i) }))
                : app.Admin.PatchAsync($"/items/{library.Books}", Shuffled(random).Take(6)
                    .Select(id => new { id, author = new { id = authors[id % 4], name = $"{call}" } })));
        });
    }

    [Theory, EachDatabase]
    public async Task Deletions_and_writes_by_query_that_cross_never_fail_for_it(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await (await app.Admin.PostAsync($"/items/{notes}?fields=id", Enumerable.Range(1, 10 * Items)
            .Select(n => new { title = "new", n = n % 10 }))).DataAsync();

        await CrossAsync(Calls / 4, async (random, call) =>
        {
            var keys = Enumerable.Range(1, 10 * Items).OrderBy(_ => random.Next()).Take(3).ToArray();
            await SucceedAsync((call % 3) switch
            {
                0 => app.Admin.DeleteAsync($"/items/{notes}", keys),
                1 => app.Admin.PatchAsync($"/items/{notes}?fields=id",
                    new { query = new { filter = new { n = new { _lt = 5 } }, limit = -1 }, data = new { title = $"{call}" } }),
                _ => app.Admin.PatchAsync($"/items/{notes}?fields=id",
                    new { query = new { filter = new { n = new { _gt = 2 } }, sort = new[] { "-id" } }, data = new { title = $"{call}" } }),
            });
        });
    }

    [Fact]
    public async Task What_has_to_give_way_is_done_again_and_recorded_once()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var notes = await app.CreateCollectionAsync("title", "n:integer");
        await (await app.Admin.PatchAsync($"/collections/{notes}", new { meta = new { accountability = "all" } })).DataAsync();
        await GiveWayAsync(app, notes, "title", "late");

        // With a key of its own it is several statements.
        await (await app.Admin.PostAsync($"/items/{notes}", new object[] { new { title = "a" }, new { id = 7, title = "late" } })).DataAsync();

        await (await app.Admin.GetAsync($"/items/{notes}?fields=title&sort=id")).ShouldBeDataAsync("""[{"title":"a"},{"title":"late"}]""");
        await (await app.Admin.GetAsync($"/activity?filter[collection]={notes}&aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"2"}]""");
        await (await app.Admin.GetAsync($"/revisions?filter[collection]={notes}&aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"2"}]""");
    }

    [Fact]
    public async Task An_upload_that_has_to_give_way_keeps_its_content()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var name = $"{TestApp.Mark()}.txt";
        await GiveWayAsync(app, "directus_files", "filename_download", name);

        using var form = new MultipartFormDataContent { { new StringContent("content"), "file", name } };
        var file = await (await app.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/files") { Content = form })).DataAsync();

        Assert.Equal("content", await (await app.Admin.GetAsync($"/assets/{file!["id"]}")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_never_gets_through_is_told_to_try_again_on_every_face()
    {
        await using var app = await TestApp.StartAsync(TestDatabase.Postgres);
        var notes = await app.CreateCollectionAsync("title");
        await GiveWayAsync(app, notes, "title", "never", int.MaxValue);

        await (await app.Admin.PostAsync($"/items/{notes}", new { title = "never" })).ShouldBeErrorAsync(409, "WRITE_CONFLICT");
        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
            await app.Admin.Items.CreateItemsAsync(new() { Collection = notes, Items = { Structs.Of(new { title = "never" }) } }));
        Assert.Equal(StatusCode.Aborted, refusal.StatusCode);
        await (await app.Admin.GetAsync($"/items/{notes}")).ShouldBeDataAsync("[]");
    }

    // The first insertions of this value fail as if they met somebody else's. A sequence is not taken back.
    private static Task GiveWayAsync(TestApp app, string table, string column, string value, int times = 1)
    {
        var name = $"w_{TestApp.Mark()}";
        return app.Server.Database.QueryAsync($"""
            create sequence {name};
            create function {name}() returns trigger language plpgsql as $$ begin
              if new.{column} = '{value}' and nextval('{name}') <= {times} then raise exception 'give way' using errcode = '40001'; end if;
              return new; end $$;
            create trigger {name} before insert on {table} for each row execute function {name}()
            """);
    }

    private static async Task CrossAsync(int calls, Func<Random, int, Task> call)
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var random = new Random(caller);
            for (var i = caller; i < calls; i += Callers) await call(random, i);
        }));
    }

    private static int[] Shuffled(Random random)
    {
        var keys = Enumerable.Range(1, Items).ToArray();
        random.Shuffle(keys);
        return keys;
    }

    private static async Task SucceedAsync(Task<HttpResponseMessage> call)
    {
        using var reply = await call;
        Assert.True(reply.IsSuccessStatusCode, $"{reply.StatusCode}: {await reply.Content.ReadAsStringAsync()}");
    }
}
