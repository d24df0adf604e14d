using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Schema;

internal static class LargeModel
{
    /// <summary>Adds a collection with a key, fields, and a relation to itself.</summary>
    public static void AddCollection(JsonObject model, string name, int fields)
    {
        ((JsonArray)model["collections"]!)
            .Add(new JsonObject { ["collection"] = name, ["meta"] = new JsonObject(), ["schema"] = new JsonObject { ["name"] = name } });
        var list = (JsonArray)model["fields"]!;
        list.Add(Field(name, "id", "integer", new JsonObject { ["is_primary_key"] = true, ["has_auto_increment"] = true, ["is_nullable"] = false }));
        list.Add(Field(name, "parent", "integer", []));
        for (var i = 0; i < fields; i++) list.Add(Field(name, $"field_{i}", "string", new JsonObject { ["max_length"] = 255 }));
        ((JsonArray)model["relations"]!).Add(new JsonObject
        {
            ["collection"] = name, ["field"] = "parent", ["related_collection"] = name, ["meta"] = new JsonObject(),
            ["schema"] = new JsonObject { ["on_delete"] = "SET NULL" },
        });
    }

    private static JsonObject Field(string collection, string name, string type, JsonObject column) => new()
    {
        ["collection"] = collection, ["field"] = name, ["type"] = type, ["meta"] = new JsonObject { ["note"] = "A note." }, ["schema"] = column,
    };
}
