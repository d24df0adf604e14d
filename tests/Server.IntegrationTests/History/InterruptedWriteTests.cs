using System.Text;
using Directus.Grpc.TestKit;
using Npgsql;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.History;

/// <summary>A server that dies while it promotes a version, or brings in a file, leaves what was there: nothing is halved.</summary>
public sealed class InterruptedWriteTests
{
    [Fact]
    public async Task A_promotion_that_a_crash_interrupts_has_changed_nothing_and_can_be_done_again()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Postgres);
        string articles, version, hash;
        await using (var app = await TestApp.OnAsync(server))
        {
            var drafts = await Drafts.StartAsync(app);
            articles = drafts.Articles;
            version = await drafts.CreateAsync();
            await drafts.SaveAsync(version, new
            {
                title = "drafted",
                author = new { name = "New" },
                comments = new { create = new[] { new { text = "c3" } }, update = Array.Empty<object>(), delete = new[] { 2 } },
            });
            hash = await drafts.HashAsync(version);
            await InterruptAsync(server, () => app.Admin.PostAsync($"/versions/{version}/promote", new { mainHash = hash }));
        }

        await server.RestartAsync();
        await using var again = await TestApp.OnAsync(server);
        Assert.Equal("one", (await (await again.Admin.GetAsync($"/items/{articles}/1?fields=title")).DataAsync())!["title"]!.ToString());
        await (await again.Admin.GetAsync($"/items/{articles}/1?fields=author.name,comments.text&deep[comments][_sort]=id")).ShouldBeDataAsync(
            """{"author":{"name":"Ann"},"comments":[{"text":"c1"},{"text":"c2"}]}""");
        await (await again.Admin.PostAsync($"/versions/{version}/promote", new { mainHash = hash })).ShouldBeDataAsync("\"1\"");
    }

    [Fact]
    public async Task An_import_that_a_crash_interrupts_has_let_nothing_in()
    {
        await using var server = await TestServer.StartAsync(TestDatabase.Postgres);
        string things;
        var rows = string.Join('\n', Enumerable.Range(1, 3000).Select(row => $"n{row}"));
        await using (var app = await TestApp.OnAsync(server))
        {
            things = await app.CreateCollectionAsync("name");
            await InterruptAsync(server, () => app.Admin.SendAsync(Import(things, rows)));
        }

        await server.RestartAsync();
        await using var again = await TestApp.OnAsync(server);
        await (await again.Admin.GetAsync($"/items/{things}?limit=1")).ShouldBeDataAsync("[]");
        await (await again.Admin.GetAsync($"/activity?filter[collection][_eq]={things}&limit=1")).ShouldBeDataAsync("[]");
        Assert.Equal(200, (int)(await again.Admin.SendAsync(Import(things, rows))).StatusCode);
        await (await again.Admin.GetAsync($"/items/{things}?aggregate[count]=*")).ShouldBeDataAsync("""[{"count":"3000"}]""");
    }

    private static HttpRequestMessage Import(string things, string rows) => new(HttpMethod.Post, $"/utils/import/{things}")
    {
        Content = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"name\n{rows}")) { Headers = { ContentType = new("text/csv") } }, "file", "rows.csv" },
        },
    };

    // Lets nobody write the account of changes, which comes after them, and kills the server when it waits for that.
    private static async Task InterruptAsync(TestServer server, Func<Task<HttpResponseMessage>> call)
    {
        await using var holder = (NpgsqlConnection)server.Database.Connect();
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table directus_activity in share mode", holder)) await hold.ExecuteNonQueryAsync();
        var calling = call();
        await using var look = new NpgsqlCommand("select count(*) from pg_locks where not granted and relation = 'directus_activity'::regclass", holder);
        await Eventually.TrueAsync(async () => (long)(await look.ExecuteScalarAsync())! > 0, "the server writes the account");
        await server.Process.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => calling);
        await transaction.RollbackAsync();
    }
}
