using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Nothing that was said of what is gone holds for what comes under its name.</summary>
public sealed class ReusedNameTests
{
    [Theory, EachDatabase]
    public async Task Rights_to_a_deleted_field_or_collection_are_gone(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var books = await app.CreateCollectionAsync("title", "secret");
        var reader = await app.SignInAsync(May.Read(books, "title", "secret"));
        await app.CreateAsync("/presets", new { collection = books, bookmark = "mine" });
        await (await app.Admin.DeleteAsync($"/fields/{books}/secret")).ShouldBeNoContentAsync();
        await (await app.Admin.PostAsync($"/fields/{books}", new { field = "secret", type = "string", meta = new { }, schema = new { } }))
            .DataAsync();
        await app.CreateAsync($"/items/{books}", new { title = "One", secret = "x" });
        await (await reader.GetAsync($"/items/{books}?fields=title")).ShouldBeDataAsync("""[{"title":"One"}]""");
        await (await reader.GetAsync($"/items/{books}?fields=secret")).ShouldBeErrorAsync(403, "FORBIDDEN");

        await (await app.Admin.DeleteAsync($"/collections/{books}")).ShouldBeNoContentAsync();
        await app.CreateCollectionAsync(books, [new { field = "title", type = "string", meta = new { }, schema = new { } }]);
        await (await reader.GetAsync($"/items/{books}?fields=title")).ShouldBeErrorAsync(403, "FORBIDDEN");
        foreach (var table in new[] { "directus_permissions", "directus_presets" })
        {
            Assert.Empty(await app.Server.Database.QueryAsync($"select 1 from {table} where collection = '{books}'"));
        }
    }

    [Theory, EachDatabase]
    public async Task Nothing_that_was_kept_of_a_deleted_collection_comes_back(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        foreach (var byModel in new[] { false, true })
        {
            var books = await app.CreateCollectionAsync("title", "secret");
            var item = await app.CreateAsync($"/items/{books}", new { title = "One" });
            await (await app.Admin.PatchAsync($"/items/{books}/{item}", new { title = "Two" })).DataAsync();
            var me = (await (await app.Admin.GetAsync("/users/me")).DataAsync())!["id"]!.ToString();
            var store = app.Server.Database;
            await store.QueryAsync($"insert into directus_notifications (recipient, subject, collection, item) values ('{me}', 'see', '{books}', '{item}')");
            var policy = await app.CreateAsync("/policies", new { name = books });
            await app.CreateAsync("/permissions", new
            {
                policy,
                collection = books,
                action = "create",
                fields = new[] { "title", "secret" },
                permissions = new { },
                presets = new { title = "a", secret = "b" }
            });

            if (byModel) await ApplyAsync(app, $$$$"""{"fields":[{"collection":"{{{{books}}}}","field":"secret","diff":[{"kind":"D","lhs":{}}]}]}""");
            else await (await app.Admin.DeleteAsync($"/fields/{books}/secret")).ShouldBeNoContentAsync();
            var left = (await store.QueryAsync($"select fields, presets from directus_permissions where collection = '{books}'"))[0];
            Assert.Equal(("title", """{"title":"a"}"""), ((string)left[0]!, ((string)left[1]!).Replace(" ", "", StringComparison.Ordinal)));

            if (byModel) await ApplyAsync(app, $$$$"""{"collections":[{"collection":"{{{{books}}}}","diff":[{"kind":"D","lhs":{}}]}]}""");
            else await (await app.Admin.DeleteAsync($"/collections/{books}")).ShouldBeNoContentAsync();
            foreach (var table in new[] { "collections", "fields", "permissions", "presets", "comments", "shares", "versions", "revisions",
                "activity", "notifications" })
            {
                Assert.True((await store.QueryAsync($"select 1 from directus_{table} where collection = '{books}'")).Count == 0, table);
            }
        }
    }

    private static async Task ApplyAsync(TestApp app, string diff) => await (await app.Admin.PostAsync("/schema/apply?force",
        JsonNode.Parse(DifferenceText.Hashed("any", diff)))).ShouldBeNoContentAsync();

    [Theory, EachDatabase]
    public async Task A_table_that_was_there_is_adopted_with_its_rows(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var table = $"old_{Guid.NewGuid():N}"[..16];
        await app.Server.Database.QueryAsync($"create table {table} (id integer primary key, title varchar(40))");
        await app.Server.Database.QueryAsync($"insert into {table} values (1, 'kept')");
        // Any change of the schema makes the server look again.
        await app.CreateCollectionAsync("any");
        var model = (JsonObject)(await (await app.Admin.GetAsync("/schema/snapshot?includeCollections=directus_users")).DataAsync())!;
        ((JsonArray)model["collections"]!)
            .Add(new JsonObject { ["collection"] = table, ["meta"] = new JsonObject { ["note"] = "found" }, ["schema"] = new JsonObject() });
        foreach (var (name, type) in new[] { ("id", "integer"), ("title", "string"), ("pages", "integer") })
        {
            ((JsonArray)model["fields"]!).Add(new JsonObject
            {
                ["collection"] = table, ["field"] = name, ["type"] = type, ["meta"] = new JsonObject { ["note"] = name },
                ["schema"] = new JsonObject(),
            });
        }

        var difference = await (await app.Admin.PostAsync("/schema/diff?mode=merge", model)).DataAsync();
        await (await app.Admin.PostAsync("/schema/apply?force", difference)).ShouldBeNoContentAsync();

        await (await app.Admin.GetAsync($"/items/{table}")).ShouldBeDataAsync("""[{"id":1,"title":"kept","pages":null}]""");
        Assert.Equal("found", (string)(await (await app.Admin.GetAsync($"/collections/{table}")).DataAsync())!["meta"]!["note"]!);
        await (await app.Admin.PostAsync("/schema/diff?mode=merge", model)).ShouldBeNoContentAsync();
    }
}
