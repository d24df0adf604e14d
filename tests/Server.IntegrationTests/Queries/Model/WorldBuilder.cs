using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Makes the collections, relations and rows of a world on a server.</summary>
internal static class WorldBuilder
{
    public static async Task CreateAsync(World world, Target target)
    {
        foreach (var collection in world.Collections) await target.PostAsync("/collections", Collection(collection));
        foreach (var collection in world.Collections)
        {
            foreach (var field in collection.Fields.Where(field => field.Kind is Kind.One or Kind.Any))
                await target.PostAsync("/relations", Relation(world, collection, field));
        }

        foreach (var collection in world.Collections)
        {
            var items = world.Rows(collection.Name).Select(row => new JsonObject(
                row.Values.Select(value => KeyValuePair.Create(value.Key, Cells.ToJson(collection[value.Key], value.Value)))));
            await target.PostAsync($"/items/{collection.Name}", new JsonArray([.. items]));
        }
    }

    public static async Task DropAsync(World world, Target target)
    {
        foreach (var collection in world.Collections.Reverse()) await target.DeleteAsync($"/collections/{collection.Name}");
    }

    private static JsonObject Collection(ModelCollection collection) => new()
    {
        ["collection"] = collection.Name,
        ["schema"] = new JsonObject(),
        ["meta"] = new JsonObject { ["accountability"] = null },
        ["fields"] = new JsonArray([.. collection.Fields.Select(field => Field(field, field == collection.Key))]),
    };

    private static JsonObject Field(ModelField field, bool key) => new()
    {
        ["field"] = field.Name,
        ["type"] = field.Kind switch
        {
            Kind.One => field.Target!.StartsWith("tags", StringComparison.Ordinal) ? "string" : "integer",
            Kind.Any => "string",
            Kind.Many => "alias",
            _ => char.ToLowerInvariant($"{field.Kind}"[0]) + $"{field.Kind}"[1..],
        },
        ["meta"] = new JsonObject { ["special"] = Special(field) is { } special ? new JsonArray(special) : null },
        ["schema"] = field.IsList ? null : key
            ? new JsonObject { ["is_primary_key"] = true }
            : field.Kind == Kind.Decimal ? new JsonObject { ["numeric_precision"] = 12, ["numeric_scale"] = 2 } : new JsonObject(),
    };

    private static string? Special(ModelField field) => field.Kind switch
    {
        Kind.Json => "cast-json",
        Kind.Csv => "cast-csv",
        Kind.Boolean => "cast-boolean",
        Kind.One => "m2o",
        Kind.Many => "o2m",
        _ => null,
    };

    private static JsonObject Relation(World world, ModelCollection collection, ModelField field)
    {
        var list = field.Target is null
            ? null
            : world[field.Target].Fields.SingleOrDefault(many => many.IsList && many.Target == collection.Name && many.Via == field.Name);
        var meta = new JsonObject { ["one_field"] = list?.Name };
        if (collection == world.Links && field.Name == "thing") (meta["junction_field"], meta["sort_field"]) = ("tag", "place");
        if (field.Kind == Kind.Any)
        {
            meta["one_collection_field"] = field.Via;
            meta["one_allowed_collections"] = new JsonArray([.. world.Allowed.Select(allowed => (JsonNode)allowed.Name)]);
        }

        return new()
        {
            ["collection"] = collection.Name,
            ["field"] = field.Name,
            ["related_collection"] = field.Target,
            ["meta"] = meta,
            ["schema"] = field.Kind == Kind.Any ? null : new JsonObject { ["on_delete"] = "SET NULL" },
        };
    }
}
