using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Other names for what is asked of a collection's own items. A query with aliases answers what the query without
/// them answers, by those names.</summary>
internal static class Aliases
{
    /// <summary>The query by the names of the fields.</summary>
    public static JsonObject Undo(JsonObject query)
    {
        var plain = (JsonObject)query.DeepClone();
        if (plain["alias"]?.AsObject() is not { } alias) return plain;
        plain.Remove("alias");
        plain["fields"] = new JsonArray([.. plain["fields"]!.AsArray()
            .Select(path => (JsonNode)Renamed(path!.ToString(), name => alias[name]?.ToString() ?? name))]);
        foreach (var (name, meant) in alias) Move(plain["deep"]?.AsObject(), name, meant!.ToString());
        return plain;
    }

    /// <summary>Gives the items of an answer the names that the query asks for.</summary>
    public static void Apply(JsonObject query, ModelCollection collection, JsonObject answer)
    {
        foreach (var (name, meant) in query["alias"]?.AsObject() ?? [])
        {
            var step = meant!.ToString();
            var own = step.Contains('(') ? Function.Parse(step, collection).OutputName : step;
            foreach (var item in answer["data"]!.AsArray()) Move(item!.AsObject(), own, name);
        }
    }

    /// <summary>Draws another name for one of the first steps, all of it.</summary>
    public static void Draw(JsonObject query, ModelCollection collection, Pools pools)
    {
        var paths = query["fields"]!.AsArray().Select(path => path!.ToString()).ToList();
        var steps = paths.Select(path => path.Split('.')[0]).Where(step => step != "*" && collection[FieldTree.NameOf(step)].Kind != Kind.Any)
            .Distinct().ToList();
        // Under a wildcard the field would be there by its own name too.
        if (steps.Count == 0 || paths.Any(path => path.StartsWith('*'))) return;
        var chosen = pools.Of(steps);
        query["alias"] = new JsonObject { ["other"] = chosen };
        query["fields"] = new JsonArray([.. paths.Select(path => (JsonNode)Renamed(path, step => step == chosen ? "other" : step))]);
        Move(query["deep"]?.AsObject(), chosen, "other");
    }

    private static string Renamed(string path, Func<string, string> rename)
    {
        var steps = path.Split('.', 2);
        return string.Join('.', [rename(steps[0]), .. steps[1..]]);
    }

    private static void Move(JsonObject? item, string from, string to)
    {
        if (item is null || from == to || !item.TryGetPropertyValue(from, out var value)) return;
        item.Remove(from);
        item[to] = value;
    }
}
