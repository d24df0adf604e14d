using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>How many statements a request sends to the database: one for each level of a read, however many rows there are.</summary>
public sealed class StatementTests
{
    [Theory, EachDatabase]
    public async Task A_read_sends_one_statement_for_each_level(TestDatabase database)
    {
        await using var server = await Tracing(database);
        await using var app = await TestApp.OnAsync(server);
        var library = await Library.CreateAsync(app);
        await FillAsync(app, library);
        var member = await app.SignInAsync(
            May.Read(library.Authors).Where(new { name = new { _neq = "hidden" } }),
            May.Read(library.Books, "id", "title", "author", "tags").Where(new { author = new { name = new { _neq = "hidden" } } }),
            May.Read(library.Tags), May.Read(library.BookTags));
        (string Query, int Statements)[] reads =
        [
            ($"{library.Books}/1?fields=title", 1),
            ($"{library.Books}?fields=title", 1),
            ($"{library.Books}?fields=title&limit=1", 1),
            ($"{library.Books}?fields=title&meta=total_count", 2),
            ($"{library.Books}?fields=title&meta=*", 3),
            ($"{library.Books}?fields=title,author.name", 2),
            ($"{library.Authors}?fields=name,books.title", 2),
            ($"{library.Authors}?fields=name,books.title&deep[books][_limit]=1", 2),
            ($"{library.Authors}?fields=name,books", 2),
            ($"{library.Books}?fields=title,tags.tag.label", 3),
            ($"{library.Authors}?fields=name,books.title,books.tags.tag.label,books.author.name", 5),
            ($"{library.Books}?fields=title&filter[author][name][_eq]=a&filter[tags][_some][tag][label][_eq]=x&sort=author.name&search=a", 1),
            ($"{library.Books}?aggregate[count]=*&groupBy=author", 1),
        ];

        foreach (var (query, statements) in reads)
        {
            Assert.Equal((query, statements), (query, await CountAsync(app, library, () => app.Admin.GetAsync($"/items/{query}"))));
            Assert.Equal((query, statements), (query, await CountAsync(app, library, () => member.GetAsync($"/items/{query}"))));
        }
    }

    [Theory, EachDatabase]
    public async Task A_write_sends_as_many_for_many_items_as_for_a_few(TestDatabase database)
    {
        await using var server = await Tracing(database);
        await using var app = await TestApp.OnAsync(server);
        var library = await Library.CreateAsync(app);
        var member = await app.SignInAsync(May.Read(library.Books), May.Update(library.Books), May.Delete(library.Books),
            May.Create(library.Books).Keeping(new { title = new { _nnull = true } }));
        var counts = new List<string>();
        var within = true;
        foreach (var (name, caller) in ((string, TestClient)[])[("admin", app.Admin), ("member", member)])
        {
            // Bounds from above: fewer are welcome.
            var sqlite = database == TestDatabase.Sqlite;
            await AtMostAsync("create one", sqlite ? 4 : 2, () => caller.PostAsync($"/items/{library.Books}?fields=id,title", new { title = "one" }));
            await AtMostAsync("create 1,000", sqlite ? 37 : 4,
                () => caller.PostAsync($"/items/{library.Books}?fields=id", Enumerable.Range(0, 1_000).Select(n => new { title = $"book {n}" })));
            await AtMostAsync("update one", sqlite ? 5 : 4, () => caller.PatchAsync($"/items/{library.Books}/1?fields=title", new { title = "two" }));
            // On PostgreSQL one of them locks the rows in the order of their keys.
            await AtMostAsync("delete 500 by query", sqlite ? 12 : 5,
                () => caller.DeleteAsync($"/items/{library.Books}",
                    new { query = new { filter = new { title = new { _starts_with = "book" } }, limit = 500 } }));

            async Task AtMostAsync(string what, int most, Func<Task<HttpResponseMessage>> request)
            {
                var sent = await CountAsync(app, library, request);
                within &= sent <= most;
                counts.Add($"{name}, {what}: {sent} of at most {most}");
            }
        }

        Assert.True(within, string.Join('\n', counts));
    }

    private static Task<TestServer> Tracing(TestDatabase database) =>
        TestServer.StartAsync(database, new Dictionary<string, string> { ["LOG_LEVEL"] = "trace" });

    private static async Task FillAsync(TestApp app, Library library)
    {
        foreach (var label in (string[])["x", "y"]) await app.CreateAsync($"/items/{library.Tags}", new { label });
        var tags = new[] { new { tag = 1 }, new { tag = 2 } };
        foreach (var name in (string[])["a", "b", "c"])
            await app.CreateAsync($"/items/{library.Authors}",
                new { name, books = new[] { new { title = $"{name}1", tags }, new { title = $"{name}2", tags } } });
    }

    private static Task<int> CountAsync(TestApp app, Library library, Func<Task<HttpResponseMessage>> request) =>
        SentStatements.CountAsync(app, library, async () => (await request()).EnsureSuccessStatusCode());
}
