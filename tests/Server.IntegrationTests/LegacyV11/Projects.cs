using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.LegacyV11;

/// <summary>Projects with a status, a client (m2o), tasks (o2m) and tags (m2m), for the old API.</summary>
internal sealed record Projects(string Table, string Clients, string Tasks, string Tags, string Links)
{
    public static async Task<Projects> CreateAsync(TestApp app)
    {
        var mark = TestApp.Mark();
        var names = new Projects($"projects_{mark}", $"clients_{mark}", $"tasks_{mark}", $"tags_{mark}", $"links_{mark}");
        await app.CreateCollectionAsync(names.Clients, [Key, Of("name", "string")]);
        await app.CreateCollectionAsync(names.Table,
        [
            Key, Of("active", "integer", 2), Of("title", "string"), Of("budget", "decimal"), Of("hot", "boolean"), Of("due", "date"),
            Of("begun", "dateTime"), Of("seen", "timestamp"), Csv("words"), Of("extra", "json"), Of("client", "integer"), List("tasks", "o2m"),
            List("tags", "m2m"),
        ]);
        await app.CreateCollectionAsync(names.Tasks, [Key, Of("text", "string"), Of("project", "integer")]);
        await app.CreateCollectionAsync(names.Tags, [Key, Of("label", "string")]);
        await app.CreateCollectionAsync(names.Links, [Key, Of("project", "integer"), Of("tag", "integer")]);
        await RelateAsync(app, names.Table, "client", names.Clients, new { });
        await RelateAsync(app, names.Tasks, "project", names.Table, new { one_field = "tasks" });
        await RelateAsync(app, names.Links, "project", names.Table, new { one_field = "tags", junction_field = "tag" });
        await RelateAsync(app, names.Links, "tag", names.Tags, new { junction_field = "project" });
        var status = new { meta = new { archive_field = "active", archive_value = "0", unarchive_value = "2" } };
        await (await app.Admin.PatchAsync($"/collections/{names.Table}", status)).DataAsync();
        return names;
    }

    public string Rows => $"tables/{Table}/rows";

    private static async Task RelateAsync(TestApp app, string collection, string field, string related, object meta) =>
        await (await app.Admin.PostAsync("/relations",
            new { collection, field, related_collection = related, meta, schema = new { on_delete = "SET NULL" } })).DataAsync();

    private static object Key =>
        new { field = "id", type = "integer", schema = new { is_primary_key = true, has_auto_increment = true }, meta = new { } };

    private static object Of(string field, string type, object? value = null) =>
        new { field, type, schema = new { default_value = value, is_nullable = true, numeric_precision = 10, numeric_scale = 2 }, meta = new { } };

    private static object Csv(string field) => new { field, type = "csv", schema = new { }, meta = new { special = new[] { "cast-csv" } } };

    private static object List(string field, string special) => new { field, type = "alias", meta = new { special = new[] { special } } };
}
