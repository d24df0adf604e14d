using System.Globalization;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Models with rows in them, changed by chance.</summary>
public sealed class MutatedModelTests
{
    private const int Models = 6;

    [Theory, EachDatabase]
    public async Task Small_changes_of_a_model_keep_the_rows(TestDatabase database) => await RunAsync(database, database);

    [Fact]
    public async Task Small_changes_of_a_model_follow_from_SQLite_to_PostgreSQL() => await RunAsync(TestDatabase.Sqlite, TestDatabase.Postgres);

    private static async Task RunAsync(TestDatabase from, TestDatabase to)
    {
        await using var source = await ModelProject.StartAsync(from);
        await using var target = from == to ? null : await ModelProject.StartAsync(to);
        var empty = await source.SnapshotAsync();
        for (var seed = 0; seed < Models; seed++)
        {
            await source.BecomeAsync(empty, $"seed {seed}, empty");
            if (target is not null) await target.BecomeAsync(empty, $"seed {seed}, empty");
            await source.BecomeAsync(new RandomModel(seed + 100).Make(), $"seed {seed}");
            var model = await source.SnapshotAsync();
            if (target is not null) await target.BecomeAsync(model, $"seed {seed}, moved");
            var mutated = new MutatedModel(seed, model);
            mutated.Run();
            await FollowAsync(source, model, mutated, mutated.Model, seed);
            if (target is not null) await FollowAsync(target, await target.SnapshotAsync(), mutated, await source.SnapshotAsync(), seed);
        }
    }

    private static async Task FollowAsync(ModelProject project, JsonObject model, MutatedModel mutated, JsonObject wanted, int seed)
    {
        var why = $"seed {seed}: {mutated.Story}; {string.Join(',', mutated.Renames)}";
        var before = await FillAsync(project, model, why);
        var rename = mutated.Renames.Count == 0 ? "" : $"&rename={string.Join(',', mutated.Renames)}";
        var difference = await project.DiffAsync(wanted, $"?force{rename}");
        if (difference is not null)
        {
            var reply = await project.Admin.PostAsync("/schema/apply", difference);
            Assert.True((int)reply.StatusCode == 204, $"{why}: {await reply.Content.ReadAsStringAsync()}");
        }

        var left = await project.DiffAsync(wanted);
        Assert.True(left is null, $"{why}: {left}");
        var applied = await project.SnapshotAsync();
        // The exchange of two names can't be told from its opposite.
        if (difference is not null && !mutated.Renames.Any(name => name.Contains("f_between", StringComparison.Ordinal)))
        {
            await project.ApplyAsync(difference, "?force");
            JsonAssert.Same(applied, await project.SnapshotAsync());
        }

        foreach (var (name, rows) in before)
        {
            var now = mutated.Names.FirstOrDefault(pair => pair.Key.Collection == name).Value.Collection ?? name;
            var after = (JsonArray)(await (await project.Admin.GetAsync($"/items/{now}?sort=id")).DataAsync())!;
            Assert.True(rows.Count == after.Count, $"{why}: rows of {now}");
            foreach (var (was, (_, field)) in mutated.Names.Where(pair => pair.Key.Collection == name))
            {
                for (var i = 0; i < rows.Count; i++) Assert.True(Same(rows[i]![was.Field], after[i]![field]),
                    $"{why}: {was} was {rows[i]![was.Field]}, is {after[i]![field]}");
            }
        }
    }

    private static async Task<Dictionary<string, JsonArray>> FillAsync(ModelProject project, JsonObject model, string why)
    {
        var found = new Dictionary<string, JsonArray>();
        var singletons = ((JsonArray)model["collections"]!)
            .Where(part => part!["schema"] is not JsonObject || (bool?)part["meta"]!["singleton"] == true)
            .Select(part => (string)part!["collection"]!).ToHashSet();
        foreach (var group in ((JsonArray)model["fields"]!).Where(field => !singletons.Contains((string)field!["collection"]!))
            .GroupBy(field => (string)field!["collection"]!))
        {
            if (group.Key.StartsWith("directus_", StringComparison.Ordinal)) continue;
            var columns = group.Where(field => field!["schema"] is JsonObject).ToList();
            var items = Enumerable.Range(1, 2).Select(row => new JsonObject(columns
                .Where(field => ((string)field!["field"]!)[0] is 'f'
                    || ((string)field["field"]! == "id" && (bool?)field["schema"]!["has_auto_increment"] != true))
                .Select(field => KeyValuePair.Create((string)field!["field"]!, Value((string)field["type"]!, row)))));
            var reply = await project.Admin.PostAsync($"/items/{group.Key}", new JsonArray([.. items]));
            Assert.True((int)reply.StatusCode == 200, $"{why}: {group.Key}: {await reply.Content.ReadAsStringAsync()}");
            found[group.Key] = (JsonArray)(await (await project.Admin.GetAsync($"/items/{group.Key}?sort=id")).DataAsync())!;
        }

        return found;
    }

    private static JsonNode? Value(string type, int row) => type switch
    {
        "string" or "text" or "hash" => $"text '{row}'",
        "integer" => row * 1000,
        "bigInteger" => (row * 5_000_000_000).ToString(CultureInfo.InvariantCulture),
        "float" => row + 0.5,
        "decimal" => "12.25",
        "boolean" => row == 1,
        "date" => $"2024-02-{row + 10}",
        "time" => $"10:00:0{row}",
        "dateTime" => $"2024-02-29T10:00:0{row}",
        "timestamp" => $"2024-02-29T10:00:0{row}Z",
        "json" => new JsonObject { ["a"] = row },
        "csv" => new JsonArray($"a{row}", "b"),
        "uuid" => $"00000000-0000-4000-8000-00000000000{row}",
        _ => null,
    };

    // A type that became a text says the same in it.
    private static bool Same(JsonNode? before, JsonNode? after) => JsonNode.DeepEquals(before, after)
        || (after is not null && before is not null && Text(before) == Text(after));

    private static string Text(JsonNode value) => value.ToString() switch { "true" or "1" => "true", "false" or "0" => "false", var text => text };
}
