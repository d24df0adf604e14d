using System.Globalization;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Bench.Schema;

/// <summary>A model of collections that refer to each other in a circle.</summary>
internal static class LargeModel
{
    private static readonly string[] Types = ["string", "text", "integer", "boolean", "timestamp", "float", "uuid", "date"];

    public static JsonObject Make(JsonObject empty, int collections, int fields)
    {
        for (var i = 0; i < collections; i++) Add(empty, Name(i), Name((i + 1) % collections), fields);
        return empty;
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"bench_{index:000}");

    private static void Add(JsonObject model, string name, string next, int fields)
    {
        ((JsonArray)model["collections"]!).Add(new JsonObject
        {
            ["collection"] = name, ["meta"] = new JsonObject { ["note"] = "One of many." }, ["schema"] = new JsonObject { ["name"] = name },
        });
        var list = (JsonArray)model["fields"]!;
        list.Add(Field(name, "id", "integer", new JsonObject { ["is_primary_key"] = true, ["has_auto_increment"] = true, ["is_nullable"] = false }));
        list.Add(Field(name, "next", "integer", []));
        for (var i = 2; i < fields; i++)
        {
            var type = Types[i % Types.Length];
            list.Add(Field(name, string.Create(CultureInfo.InvariantCulture, $"field_{i}"), type, type == "string"
                ? new JsonObject { ["max_length"] = 255 }
                : []));
        }

        ((JsonArray)model["relations"]!).Add(new JsonObject
        {
            ["collection"] = name, ["field"] = "next", ["related_collection"] = next,
            ["meta"] = new JsonObject { ["many_collection"] = name, ["many_field"] = "next", ["one_collection"] = next },
            ["schema"] = new JsonObject
            {
                ["table"] = name, ["column"] = "next", ["foreign_key_table"] = next, ["foreign_key_column"] = "id", ["on_delete"] = "SET NULL",
            },
        });
    }

    private static JsonObject Field(string collection, string name, string type, JsonObject column) => new()
    {
        ["collection"] = collection, ["field"] = name, ["type"] = type,
        ["meta"] = new JsonObject { ["collection"] = collection, ["field"] = name, ["interface"] = "input", ["note"] = "A note." },
        ["schema"] = column,
    };
}
