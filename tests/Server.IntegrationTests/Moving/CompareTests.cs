using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Moving;

/// <summary>COMPARE_WITH and `compare`: two servers on one database, one of which answers no more than two entries unless told.</summary>
public sealed class CompareTests
{
    private const string Secret = "value-that-no-log-tells";

    [Theory, EachDatabase]
    public async Task Reads_and_nothing_else_are_asked_of_the_other_server_too_and_differences_are_told(TestDatabase database)
    {
        await using var old = await TestServer.StartAsync(database);
        await using var server = await BesideAsync(old, new() { ["COMPARE_WITH"] = old.Url.ToString() });
        await using var app = await TestApp.OnAsync(server);
        var notes = await FilledAsync(app, old);

        await (await app.Anonymous.GetAsync($"/items/{notes}?limit=1&sort=id&access_token={app.Admin.Token}")).DataAsync();
        await (await app.Anonymous.GetAsync($"/items/{notes}")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await (await app.Admin.GetAsync($"/items/{notes}?sort=id&access_token=")).DataAsync();
        using var http = Http(app);
        var search = new HttpRequestMessage(new("SEARCH"), $"/items/{notes}") { Content = JsonContent.Create(new { query = new { limit = 3 } }) };
        await (await http.SendAsync(search)).DataAsync();
        await (await GraphQLAsync(http, $"{{ {notes}(limit: 3) {{ id title }} }}")).DataAsync();
        await CountedAsync(http, $$"""route="/items/{collection}",result="same"} 3""");
        await CountedAsync(http, $$"""route="/items/{collection}",result="different"} 1""");
        await CountedAsync(http, """route="/graphql",result="same"} 1""");

        await (await GraphQLAsync(http, $"mutation {{ create_{notes}_item(data: {{title: \"fourth\"}}) {{ id }} }}")).DataAsync();
        await (await GraphQLAsync(http, $"{{ {notes} {{ title }} }}")).DataAsync();
        // What was read after the write is compared after it.
        await CountedAsync(http, """route="/graphql",result="different"} 1""");
        var count = await (await app.Admin.GetAsync($"/items/{notes}?aggregate[count]=*")).DataAsync();
        Assert.Equal("4", count![0]!["count"]!.ToString());

        await server.Log.HasAsync($"COMPARE_WITH answers GET /items/{notes}?sort=id&access_token=");
        await server.Log.HasAsync("otherwise: data: 0 entries only here, 1 only there");
        Assert.DoesNotContain(Secret, server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Admin.Token!, server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_never_notices_that_the_other_server_is_slow_or_away()
    {
        await using var old = await OldServer.StartAsync();
        await using var slow = await TestServer.StartAsync(TestDatabase.Sqlite, Settings(old.Url.ToString()));
        await using var app = await TestApp.OnAsync(slow);
        using var http = Http(app);

        for (var i = 0; i < 100; i++) await (await http.GetAsync("/items/slow")).ShouldBeErrorAsync(403, "FORBIDDEN");
        await CountedAsync(http, """route="/items/{collection}",result="dropped"}""");
        old.More.SetResult();

        await using var alone = await TestServer.StartAsync(TestDatabase.Sqlite, Settings($"http://127.0.0.1:{FreePort.Next()}"));
        await using var other = await TestApp.OnAsync(alone);
        using var there = Http(other);
        await (await there.GetAsync("/users/me?fields=id")).DataAsync();
        await CountedAsync(there, """route="/users/me",result="failed"} 1""");
    }

    [Theory, EachDatabase]
    public async Task The_command_asks_both_servers_what_a_log_tells(TestDatabase database)
    {
        await using var old = await TestServer.StartAsync(database);
        await using var server = await BesideAsync(old, []);
        await using var app = await TestApp.OnAsync(server);
        var notes = await FilledAsync(app, old);
        string[] same =
            [$"/items/{notes}?limit=3", $"[12:00:00] GET /items/{notes}?limit=3 200 3ms", "/users/me", "[12:00:00] PATCH /users/me 200 3ms"];

        var (exitCode, said) = await CompareAsync(server, old, app.Admin.Token!, same);
        Assert.True(exitCode == 0, said);
        Assert.Equal("2 reads: 2 same, 0 different, 0 failed. 1 lines were left out.", said.Trim());

        (exitCode, said) = await CompareAsync(server, old, app.Admin.Token!, [.. same, $"/items/{notes}?sort=title"]);
        Assert.True(exitCode == 1, said);
        Assert.Contains($"differs  GET /items/{notes}?sort=title", said, StringComparison.Ordinal);
        Assert.Contains("data: 0 entries only here, 1 only there", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, said, StringComparison.Ordinal);

        (exitCode, said) = await CompareAsync(server, old, app.Admin.Token!, ["nothing that is a read"]);
        Assert.True(exitCode == 1, said);
        var (misused, _) = await Command.RunAsync("dotnet", [BuildPaths.ServerAssembly, "compare", "--url", server.Url.ToString()]);
        Assert.Equal(2, misused);
    }

    private static Dictionary<string, string> Settings(string other) => new() { ["COMPARE_WITH"] = other, ["METRICS_ENABLED"] = "true" };

    private static Task<TestServer> BesideAsync(TestServer old, Dictionary<string, string> settings)
    {
        (settings["QUERY_LIMIT_DEFAULT"], settings["METRICS_ENABLED"]) = ("2", "true");
        return TestServer.StartAsync(new BorrowedDatabase(old.Database), Directory.CreateTempSubdirectory("directus-grpc-test-"), settings);
    }

    private static async Task<string> FilledAsync(TestApp app, TestServer old)
    {
        var notes = await app.CreateCollectionAsync("title");
        foreach (var title in new[] { Secret, "second", "third" }) await app.CreateAsync($"/items/{notes}", new { title });
        using var other = new TestClient(old, app.Admin.Token);
        await Eventually.TrueAsync(async () => (await other.GetAsync($"/items/{notes}")).IsSuccessStatusCode, "the other server has heard of it");
        return notes;
    }

    private static HttpClient Http(TestApp app)
    {
        var http = new HttpClient { BaseAddress = app.Server.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", app.Admin.Token);
        return http;
    }

    private static Task<HttpResponseMessage> GraphQLAsync(HttpClient http, string query) =>
        http.PostAsJsonAsync("/graphql", new JsonObject { ["query"] = query });

    private static Task CountedAsync(HttpClient http, string line) => Eventually.TrueAsync(async () =>
        (await http.GetStringAsync("/metrics")).Contains($"directus_compare_reads{{{line}", StringComparison.Ordinal), $"the metrics tell {line}");

    private static async Task<(int ExitCode, string Output)> CompareAsync(TestServer here, TestServer there, string token, string[] lines)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, lines);
        var answer = await Command.RunAsync("dotnet",
            [BuildPaths.ServerAssembly, "compare", "--url", here.Url.ToString(), "--with", there.Url.ToString(), "--token", token, file]);
        File.Delete(file);
        return answer;
    }
}
