using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Hosting;

/// <summary>The promise of compatibility: a database that a real Directus made and used goes on working, untouched.</summary>
public sealed class ExistingDatabaseTests
{
    private const string LockedShare = "3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a4002";
    private const string Ed = "3c1a7c52-9f0e-4d0a-8f5e-1b7d5d9a3001";

    [Fact]
    public async Task A_database_of_a_real_Directus_goes_on_working()
    {
        var database = await PostgresDatabase.CreateAsync();
        await database.RunScriptAsync(await File.ReadAllTextAsync(DataFile("directus-11.17.sql")));
        var (rows, schema) = (await TableContents.ReadAsync(database), await database.DumpSchemaAsync());

        await using var server = await TestServer.StartAsync(database, Directory.CreateTempSubdirectory("directus-grpc-test-"));
        await using (var app = await TestApp.OnAsync(server))
        {
            await AnswersAreThoseOfDirectusAsync(app);
            await SuspendedUsersStayOutAsync(app);
        }

        Assert.Equal(0, await server.Process.StopAsync());
        Assert.Equal(rows, await TableContents.ReadAsync(database));
        Assert.Equal(schema, await database.DumpSchemaAsync());
    }

    private static async Task AnswersAreThoseOfDirectusAsync(TestApp app)
    {
        var callers = await CallersAsync(app);
        var problems = new List<string>();
        foreach (var recorded in JsonNode.Parse(await File.ReadAllTextAsync(DataFile("directus-11.17.expected.json")))!.AsArray())
        {
            var (caller, path) = ((string)recorded!["as"]!, (string)recorded["path"]!);
            var reply = await callers[caller].GetAsync(path);
            var text = await reply.Content.ReadAsStringAsync();
            var (status, body) = ((int)recorded["status"]!, recorded["body"]!);
            var same = (int)reply.StatusCode == status && JsonNode.DeepEquals(body, Comparable(text, status));
            // An answer that is marked as one for later has to differ: the mark goes as soon as it is right.
            if (recorded["later"] is { } reason && same) problems.Add($"{caller} GET {path} is right now: take off its mark '{reason}'");
            else if (recorded["later"] is null && !same)
                problems.Add($"{caller} GET {path}\n    want {status} {body.ToJsonString()}\n    got  {(int)reply.StatusCode} {text}");
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<Dictionary<string, TestClient>> CallersAsync(TestApp app)
    {
        var share = await app.Anonymous.PostAsync("/shares/auth", new { share = LockedShare, password = "share-password" });
        return new()
        {
            ["admin"] = app.Admin,
            ["ed"] = app.Client(await TestApp.LoginAsync(app.Server, "ed@example.com", "ed-password")),
            ["tia"] = app.Client("static-token-of-tia"),
            ["jwt"] = app.Client(Tokens.SignFor(Ed, TestServer.Secret)),
            ["share"] = app.Client((string?)(await share.DataAsync())!["access_token"]),
            ["public"] = app.Anonymous,
        };
    }

    private static async Task SuspendedUsersStayOutAsync(TestApp app)
    {
        var reply = await app.Anonymous.PostAsync("/auth/login", new { email = "sue@example.com", password = "sue-password" });
        await reply.ShouldBeErrorAsync(401, "INVALID_CREDENTIALS");
    }

    // Of an error only the code was recorded.
    private static JsonNode? Comparable(string text, int status)
    {
        var body = JsonNode.Parse(text);
        if (status == 200) return body;
        var errors = body!["errors"]!.AsArray().Select(error => (JsonNode)new JsonObject
        {
            ["extensions"] = new JsonObject { ["code"] = error!["extensions"]!["code"]!.DeepClone() },
        });
        return new JsonObject { ["errors"] = new JsonArray([.. errors]) };
    }

    private static string DataFile(string name) => Path.Combine(BuildPaths.RepositoryRoot, "tests/TestKit/Data", name);
}
