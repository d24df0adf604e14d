using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Models made by chance move from one project to another.</summary>
public sealed class ModelMoveTests
{
    private const int Models = 7;

    [Theory, EachDatabase]
    public async Task Any_model_moves_to_another_project_and_becomes_any_other(TestDatabase database) => await MoveAsync(database, database);

    [Fact]
    public async Task Any_model_moves_from_SQLite_to_PostgreSQL() => await MoveAsync(TestDatabase.Sqlite, TestDatabase.Postgres);

    private static async Task MoveAsync(TestDatabase from, TestDatabase to)
    {
        await using var source = await ModelProject.StartAsync(from);
        await using var target = await ModelProject.StartAsync(to);
        var empty = await source.SnapshotAsync();
        for (var seed = 0; seed < Models; seed++)
        {
            var why = $"seed {seed}";
            // The source has the model of before, the target now and then nothing.
            await source.BecomeAsync(new RandomModel(seed).Make(), why);
            if (seed % 3 == 0) await target.BecomeAsync(empty, $"{why}, empty");
            var model = await source.SnapshotAsync();
            await target.BecomeAsync(model, $"{why}, moved");
            Assert.True(await source.DiffAsync(await target.SnapshotAsync()) is null, $"{why}: told back");
            if (from == to) JsonAssert.Same(Sorted(model), Sorted(await target.SnapshotAsync()));
        }

        Assert.Empty(source.Server.Log.Errors());
        Assert.Empty(target.Server.Log.Errors());
    }

    // The order is that of the making.
    private static JsonNode Sorted(JsonObject model) => new JsonObject(model.Select(part => KeyValuePair.Create(part.Key, part.Value is JsonArray list
        ? new JsonArray([.. list.OrderBy(entry => $"{entry!["collection"]}.{entry["field"]}", StringComparer.Ordinal).Select(Comparable)])
        : part.Value?.DeepClone())));

    // The names of counters are each database's own.
    private static JsonNode Comparable(JsonNode? part)
    {
        var copy = part!.DeepClone();
        if (copy["schema"] is JsonObject column && (bool?)column["has_auto_increment"] == true) column.Remove("default_value");
        return copy;
    }
}
