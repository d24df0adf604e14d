using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

/// <summary>Models with shapes.</summary>
public sealed class GeometryModelTests
{
    [Fact]
    public async Task Shapes_move_to_another_database_with_PostGIS_and_nowhere_else()
    {
        await using var source = await ModelProject.StartWithPostGisAsync();
        await using var target = await ModelProject.StartWithPostGisAsync();
        string[] types = ["geometry", "geometry.Point", "geometry.LineString", "geometry.Polygon", "geometry.MultiPoint", "geometry.MultiLineString",
            "geometry.MultiPolygon"];
        var app = await TestApp.OnAsync(source.Server);
        await using (app)
        {
            var places = await app.CreateCollectionAsync([.. types.Select((type, i) => $"g{i}:{type}")]);
            // As Directus' own interface sets it up.
            await (await app.Admin.PatchAsync($"/fields/{places}/g6", new { meta = new { special = new[] { "geometry" } } })).DataAsync();
            var model = await source.SnapshotAsync();
            var told = ((JsonArray)model["fields"]!).Where(field => ((string)field!["field"]!).StartsWith('g')).ToList();
            Assert.Equal([.. types[..6], "geometry"], told.Select(field => (string?)field!["type"]));
            Assert.Equal(["GEOMETRY", "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON"],
                told.Select(field => (string?)field!["schema"]!["data_type"]));

            await target.BecomeAsync(model, "moved");
            JsonAssert.Same(model, await target.SnapshotAsync());
            await (await target.Admin.PostAsync($"/items/{places}?fields=g1", new { g1 = new { type = "Point", coordinates = new[] { 1, 2 } } }))
                .ShouldBeDataAsync("""{"g1":{"type":"Point","coordinates":[1,2]}}""");

            // A setting changes without the column, and the column keeps its shapes.
            told[1]!["schema"]!["is_nullable"] = true;
            told[1]!["meta"]!["note"] = "where";
            await target.BecomeAsync(model, "noted");
            Assert.Equal("where", (string?)((JsonArray)(await target.SnapshotAsync())["fields"]!)
                .Single(field => (string?)field!["field"] == "g1")!["meta"]!["note"]);
            foreach (var database in new[] { TestDatabase.Sqlite, TestDatabase.Postgres }) await ShouldBeRefusedAsync(database, model, places);
        }
    }

    private static async Task ShouldBeRefusedAsync(TestDatabase database, JsonObject model, string places)
    {
        await using var app = await TestApp.StartAsync(database);
        var difference = await (await app.Admin.PostAsync("/schema/diff?force&mode=merge", model)).DataAsync();
        foreach (var query in new[] { "?dry_run&force", "?force" })
        {
            var reply = await app.Admin.PostAsync($"/schema/apply{query}", difference);
            var text = await reply.Content.ReadAsStringAsync();
            Assert.True((int)reply.StatusCode == 400 && text.Contains(places, StringComparison.Ordinal)
                && text.Contains("g0", StringComparison.Ordinal)
                && text.Contains("PostGIS", StringComparison.Ordinal), text);
        }
    }
}
