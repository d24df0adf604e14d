using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Items;

/// <summary>Shapes are read and written as GeoJSON where the database has PostGIS.</summary>
public sealed class GeometryTests
{
    private static readonly object Point = new { type = "Point", coordinates = new[] { 1.5, 2.25 } };
    private static readonly object Square = new
    {
        type = "Polygon",
        coordinates = new[] { new[] { new[] { 0, 0 }, [3, 0], [3, 3], [0, 3], [0, 0] } }
    };

    [Fact]
    public async Task Shapes_of_every_type_are_created_and_read_back()
    {
        await using var server = await WithPostGisAsync();
        await using var app = await TestApp.OnAsync(server);
        string[] types = ["geometry", "geometry.Point", "geometry.LineString", "geometry.Polygon", "geometry.MultiPoint", "geometry.MultiLineString",
            "geometry.MultiPolygon"];
        string[] shapes =
        [
            """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}""", """{"type":"Point","coordinates":[1.123456789012345,2.5]}""",
            """{"type":"LineString","coordinates":[[0,0],[1,1]]}""", """{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]]]}""",
            """{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}""", """{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}""",
            """{"type":"MultiPolygon","coordinates":[[[[0,0],[3,0],[3,3],[0,0]]]]}""",
        ];
        var places = await app.CreateCollectionAsync([.. types.Select((type, i) => $"g{i}:{type}")]);
        var item = new JsonObject(shapes.Select((shape, i) => KeyValuePair.Create($"g{i}", JsonNode.Parse(shape))));

        await (await app.Admin.PostAsync($"/items/{places}", item.DeepClone())).DataAsync();
        var fields = (await (await app.Admin.GetAsync($"/fields/{places}")).DataAsync())!.AsArray();
        item["id"] = 1;
        await (await app.Admin.GetAsync($"/items/{places}/1")).ShouldBeDataAsync(item.ToJsonString());

        Assert.Equal(types, fields.Skip(1).Select(field => (string?)field!["type"]));
        Assert.Equal("POINT", (string?)fields[2]!["schema"]!["data_type"]);
        Assert.DoesNotContain("spatial_ref_sys", (await (await app.Admin.GetAsync("/collections")).DataAsync())!.ToJsonString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_find_what_meets_a_shape_or_its_box()
    {
        await using var server = await WithPostGisAsync();
        await using var app = await TestApp.OnAsync(server);
        var places = await app.CreateCollectionAsync("at:geometry.Point");
        foreach (var at in (object?[])[Point, new { type = "Point", coordinates = new[] { 5, 5 } }, null])
            await app.CreateAsync($"/items/{places}", new { at });
        object line = new { type = "LineString", coordinates = new[] { new[] { 0, 0 }, [6, 4] } };
        (string Operator, object Shape, string Keys)[] filters =
        [
            ("_intersects", Square, "1"), ("_nintersects", Square, "2"), ("_intersects", line, ""), ("_intersects_bbox", line, "1"),
            ("_nintersects_bbox", line, "2"), ("_intersects", System.Text.Json.JsonSerializer.Serialize(Square), "1"),
        ];

        foreach (var (name, shape, keys) in filters)
        {
            var query = new { fields = new[] { "id" }, filter = new { at = new Dictionary<string, object> { [name] = shape } } };
            var rows = (await (await app.Admin.SearchAsync($"/items/{places}", new { query })).DataAsync())!.AsArray();
            Assert.Equal((name, keys), (name, string.Join(',', rows.Select(row => row!["id"]))));
        }

        await (await app.Admin.GetAsync($"/items/{places}?fields=id&filter[at][_null]=true")).ShouldBeDataAsync("""[{"id":3}]""");
        await (await app.Admin.GetAsync($"/items/{places}?aggregate[count]=*&groupBy=at&sort=-at&limit=1")).ShouldBeDataAsync("""[{"at":null,"count":"1"}]""");
        foreach (var bad in (string[])["filter[at][_intersects]=foo", "filter[at][_eq]=x",
            "filter[id][_intersects]={\"type\":\"Point\",\"coordinates\":[1,1]}", "aggregate[max]=at"])
            await (await app.Admin.GetAsync($"/items/{places}?{bad}")).ShouldBeErrorAsync(400, "INVALID_QUERY");
    }

    [Fact]
    public async Task What_is_no_shape_of_the_column_is_refused()
    {
        await using var server = await WithPostGisAsync();
        await using var app = await TestApp.OnAsync(server);
        var places = await app.CreateCollectionAsync("at:geometry.Point", "area:geometry.Polygon", "any:geometry");
        (string Field, string Shape)[] wrong =
        [
            ("at", """{"type":"LineString","coordinates":[[0,0],[1,1]]}"""), ("at", "\"foo\""), ("at", "\"POINT(1 2)\""), ("at", "5"), ("at", "[1,2]"),
            ("at", """{"type":"Point"}"""), ("at", """{"type":"Point","coordinates":[]}"""), ("at", """{"type":"Point","coordinates":["a","b"]}"""),
            ("at", """{"type":"Foo","coordinates":[1,2]}"""), ("area", """{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}"""),
            ("area", """{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"""), ("any", """{"type":"Point","coordinates":[1,2,3]}"""),
        ];
        foreach (var (field, shape) in wrong)
            await (await app.Admin.PostAsync($"/items/{places}", new JsonObject { [field] = JsonNode.Parse(shape) }))
                .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        await (await app.Admin.GetAsync($"/items/{places}")).ShouldBeDataAsync("[]");

        await (await app.Admin.PostAsync($"/items/{places}?fields=any", new { any = """{"type":"Point","coordinates":[7,8]}""" })).ShouldBeDataAsync("""{"any":{"type":"Point","coordinates":[7,8]}}""");
        await (await app.Admin.PostAsync($"/items/{places}?fields=any", JsonNode.Parse("""{"any":{"type":"Point","coordinates":[1,2],"crs":{"type":"name","properties":{"name":"x"}},"bbox":5}}""")!)).ShouldBeDataAsync("""{"any":{"type":"Point","coordinates":[1,2]}}""");
        await (await app.Admin.PostAsync($"/items/{places}?fields=at", new { at = new { type = "Feature", geometry = Point, properties = new { } } })).ShouldBeDataAsync("""{"at":{"type":"Point","coordinates":[1.5,2.25]}}""");
        await (await app.Admin.PatchAsync($"/items/{places}/1?fields=at", new { at = new { type = "Point", coordinates = new[] { 7, 8 } } })).ShouldBeDataAsync("""{"at":{"type":"Point","coordinates":[7,8]}}""");
        Assert.Contains("7,8", await (await app.Admin.GetAsync($"/items/{places}?export=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var revision = (await server.Database.QueryAsync("select data::text, delta::text from directus_revisions order by id desc limit 1"))[0];
        Assert.All(revision,
            part => Assert.Contains("\"coordinates\":[7,8]", ((string)part!).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Without_PostGIS_a_field_of_geometry_is_refused(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var places = await app.CreateCollectionAsync("name");

        foreach (var type in (string[])["geometry", "geometry.Point", "geometry.Point,4326); select pg_sleep(5)--", "geometry.point", "geometry."])
            await (await app.Admin.PostAsync($"/fields/{places}", new { field = "at", type, schema = new { }, meta = new { } }))
                .ShouldBeErrorAsync(400, "INVALID_PAYLOAD");
        Assert.Equal(2, (await (await app.Admin.GetAsync($"/fields/{places}")).DataAsync())!.AsArray().Count);
    }

    private static async Task<TestServer> WithPostGisAsync()
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        var database = await PostgresDatabase.CreateAsync();
        if (await database.TryExtendAsync("postgis")) return await TestServer.StartAsync(database, folder);
        await database.DisposeAsync();
        folder.Delete(recursive: true);
        Assert.Skip("The PostgreSQL server has no PostGIS.");
        throw new InvalidOperationException();
    }
}
