using Directus.Grpc.Server.IntegrationTests.Items;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>How many statements a list of rows sends: one for each level, and one that counts, which is kept for a moment.</summary>
public sealed class RowStatementTests
{
    [Theory, EachDatabase]
    public async Task A_list_sends_one_statement_for_each_level_and_at_most_one_more(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database, new Dictionary<string, string> { ["LOG_LEVEL"] = "trace" });
        await using var app = await TestApp.OnAsync(server);
        var library = await Library.CreateAsync(app);
        for (var i = 0; i < 5; i++)
            await app.CreateAsync($"/items/{library.Books}",
                new { title = $"b{i}", author = new { name = "a" }, tags = new[] { new { tag = new { label = "x" } } } });
        (string Query, int Statements)[] reads =
        [
            ("rows/1?columns=title", 1), ("rows?columns=title&meta=0", 1), ("rows?depth=0&meta=0", 1), ("rows?columns=author&meta=0", 2),
            ("rows?columns=author,tags&meta=0", 4), ("rows?meta=0", 4), ("rows?columns=title&filters[tags.label][eq]=x&meta=0", 1),
        ];

        foreach (var (query, statements) in reads)
        {
            var path = $"/api/1.1/tables/{library.Books}/{query}";
            Assert.Equal((query, statements), (query, await SentStatements.CountAsync(app, library, () => app.Admin.GetAsync(path))));
            var counted = await SentStatements.CountAsync(app, library, () => app.Admin.GetAsync(path.Replace("meta=0", "meta=1")));
            Assert.InRange(counted, statements, statements + 1);
        }
    }
}
