using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Draws whole queries.</summary>
/// <param name="ordered">Whether every order is to be a total one, for servers that leave open what comes first of equals.</param>
internal sealed class QuerySource(World world, View view, Pools pools, bool ordered)
{
    private readonly FilterSource filters = new(world, view, pools);
    private readonly AggregateSource aggregates = new(view, pools);

    public (ModelCollection Collection, JsonObject Query) Next()
    {
        var collection = pools.Chance(0.6) ? world.Things : pools.Of(world.Collections);
        var query = new JsonObject();
        AddRows(query, collection, "", 3);
        if (pools.Chance(0.2))
        {
            foreach (var name in (string[])["sort", "page", "offset", "limit"]) query.Remove(name);
            aggregates.Add(query, collection, ordered);
            return (collection, query);
        }

        var deep = new JsonObject();
        query["fields"] = new JsonArray([.. Fields(collection, 3, deep).Distinct().Select(field => (JsonNode)field)]);
        if (deep.Count > 0) query["deep"] = deep;
        if (pools.Chance(0.2)) Aliases.Draw(query, collection, pools);
        if (pools.Chance(0.2)) query["meta"] = "*";
        return (collection, query);
    }

    /// <summary>A query that says which rows, and nothing of what to tell of them.</summary>
    public JsonObject NextRows(ModelCollection collection)
    {
        var query = new JsonObject();
        AddRows(query, collection, "", 3);
        return query;
    }

    private void AddRows(JsonObject query, ModelCollection collection, string prefix, int depth)
    {
        if (pools.Chance(0.7)) query[prefix + "filter"] = filters.Filter(collection, pools.Below(depth + 1));
        if (pools.Chance(0.1)) query[prefix + "search"] = pools.Of(["a", "12", "É", "x", "3.50", "-5", ordered
            ? "ab"
            : "100%", "1f000000-0001-4000-8000-000000000001", ordered ? "o" : "_"]);
        if (ordered || pools.Chance(0.5)) query[prefix + "sort"] = Sort(collection);
        if (pools.Chance(0.5)) query[prefix + "limit"] = pools.Of([-1, 1, 2, 3, 5, 10]);
        if (pools.Chance(0.15) && query[prefix + "limit"] is { } limit && (int)limit > 0) query[prefix + "page"] = 1 + pools.Below(3);
        else if (pools.Chance(0.15)) query[prefix + "offset"] = pools.Below(4);
    }

    private JsonArray Sort(ModelCollection collection)
    {
        var terms = pools.Some(view.Fields(collection), 3).Select(field => Term(field)).OfType<string>().Distinct()
            .Select(term => pools.Chance(0.4) ? "-" + term : term).ToList();
        if (ordered || terms.Count == 0) terms.Add(collection.Key.Name);
        return new([.. terms.Select(term => (JsonNode)term)]);
    }

    private string? Term(ModelField field)
    {
        if (filters.FunctionOf(field) is { } function && pools.Chance(0.3)) return $"{function}({field.Name})";
        if (field.Kind == Kind.Json) return null;
        if (field.IsList && !view.Fields(world[field.Target!]).Contains(world[field.Target!].Key)) return null;
        if (field.Kind is not (Kind.One or Kind.Many) || pools.Chance(0.4)) return field.Name;
        var below = view.Fields(world[field.Target!]).Where(inner => inner.Kind is not (Kind.Json or Kind.Many)).ToList();
        return below.Count == 0 ? field.Name : $"{field.Name}.{pools.Of(below).Name}";
    }

    private List<string> Fields(ModelCollection collection, int depth, JsonObject deep)
    {
        var fields = new List<string>();
        if (pools.Chance(0.2)) fields.Add("*");
        foreach (var field in pools.Some(view.Fields(collection), 5)) fields.AddRange(Paths(field, depth, deep));
        return fields;
    }

    private IEnumerable<string> Paths(ModelField field, int depth, JsonObject deep)
    {
        if (filters.FunctionOf(field) is { } function && pools.Chance(0.2)) return [$"{function}({field.Name})"];
        if (depth == 0 || field.Kind is not (Kind.One or Kind.Many or Kind.Any) || pools.Chance(0.2)) return [field.Name];
        var target = field.Kind == Kind.Any ? pools.Of(world.Allowed) : world[field.Target!];
        if (!view.Fields(target).Any()) return [field.Name];
        var step = field.Kind == Kind.Any ? $"{field.Name}:{target.Name}" : field.Name;
        var below = new JsonObject();
        if (pools.Chance(0.5) && field.IsList) AddRows(below, target, "_", 1);
        var paths = Fields(target, depth - 1, below).Select(path => $"{step}.{path}").ToList();
        if (ordered && field.IsList && !below.ContainsKey("_sort")) below["_sort"] = new JsonArray(target.Key.Name);
        if (below.Count > 0) deep[step] = below;
        return paths;
    }
}
