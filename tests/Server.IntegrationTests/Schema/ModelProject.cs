using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>A project whose model a test moves about, on a server of its own.</summary>
internal sealed class ModelProject(TestServer server, TestClient admin) : IAsyncDisposable
{
    public TestServer Server { get; } = server;

    public TestClient Admin { get; } = admin;

    public static async Task<ModelProject> StartAsync(TestDatabase database) => Of(await TestServer.StartAsync(database,
        new Dictionary<string, string> { ["ADMIN_TOKEN"] = "token-of-the-admin" }));

    /// <summary>On a database with PostGIS; skips the test where the server has none.</summary>
    public static async Task<ModelProject> StartWithPostGisAsync()
    {
        var database = await PostgresDatabase.CreateAsync();
        if (!await database.TryExtendAsync("postgis"))
        {
            await database.DisposeAsync();
            Assert.Skip("The PostgreSQL server has no PostGIS.");
        }

        return Of(await TestServer.StartAsync(database, Directory.CreateTempSubdirectory("directus-grpc-test-"),
            new Dictionary<string, string> { ["ADMIN_TOKEN"] = "token-of-the-admin" }));
    }

    public static ModelProject Of(TestServer server) => new(server, new TestClient(server, "token-of-the-admin"));

    public async Task<JsonObject> SnapshotAsync() => (JsonObject)(await (await Admin.GetAsync("/schema/snapshot")).DataAsync())!;

    /// <summary>The difference to a model with its hash; null when there is none.</summary>
    public async Task<JsonNode?> DiffAsync(JsonNode model, string query = "?force")
    {
        var reply = await Admin.PostAsync($"/schema/diff{query}", model);
        return (int)reply.StatusCode == 204 ? null : await reply.DataAsync();
    }

    public async Task ApplyAsync(JsonNode difference, string query = "") =>
        await (await Admin.PostAsync($"/schema/apply{query}", difference)).ShouldBeNoContentAsync();

    /// <summary>Brings the project to the model, and shows that it is there.</summary>
    public async Task BecomeAsync(JsonNode model, string why)
    {
        if (await DiffAsync(model) is { } difference)
        {
            var reply = await Admin.PostAsync("/schema/apply", difference);
            Assert.True((int)reply.StatusCode == 204, $"{why}: {await reply.Content.ReadAsStringAsync()}");
            var left = await DiffAsync(model);
            Assert.True(left is null, $"{why}: {left}");
            await ApplyAsync(difference, "?force");
        }

        Assert.True(await DiffAsync(model) is null, $"{why}: applied twice");
    }

    public async ValueTask DisposeAsync()
    {
        Admin.Dispose();
        await Server.DisposeAsync();
    }
}
