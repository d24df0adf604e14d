using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>Names an operand in every slot that a query has for one.</summary>
internal static class ProbeSource
{
    private static readonly string[] Aggregates = ["count", "countDistinct", "sum", "sumDistinct", "avg", "avgDistinct", "min", "max"];
    private static readonly string[] Flags = ["_null", "_nnull", "_empty", "_nempty", "_submitted"];
    private static readonly string[] Lists = ["_in", "_nin", "_between", "_nbetween"];

    private static readonly string[] Scalars =
    [
        "_eq", "_neq", "_ieq", "_nieq", "_lt", "_lte", "_gt", "_gte", "_contains", "_ncontains", "_icontains", "_nicontains", "_starts_with",
            "_nstarts_with",
        "_istarts_with", "_nistarts_with", "_ends_with", "_nends_with", "_iends_with", "_niends_with", "_regex",
    ];

    // Far from the root the planner does what it does near it: some of the operators do.
    private static readonly string[] Few = ["_eq", "_neq", "_contains", "_gt", "_in", "_null", "_empty"];

    /// <summary>A field that holds values: of this collection, or at the end of a path.</summary>
    public static IEnumerable<Probe> OfValue(string collection, string path, object value)
    {
        var one = JsonSerializer.SerializeToNode(value)!;
        var steps = path.Split('.');
        foreach (var query in Projections(path)) yield return new(query.Slot, path, collection, query.Query);
        // A path of several steps is nothing to group by or to compute.
        foreach (var (slot, query) in Orders(path).Concat(steps.Length == 1 ? Groups(path) : Groups(path).Take(4)))
            yield return new(slot, path, collection, query);
        foreach (var (name, operand) in Tests(one).Where(test => steps.Length == 1 || Few.Contains(test.Key)))
        {
            yield return new("filter", path, collection, Filter(steps, new JsonObject { [name] = operand.DeepClone() }));
            if (steps.Length == 1 && name == "_eq") yield return new("filter in a group", path, collection,
                Filter(["_or"], new JsonArray(At(steps, new JsonObject { [name] = operand.DeepClone() }))));
        }

        if (steps.Length == 1) yield break;
        foreach (var probe in Nested(collection, steps, one)) yield return probe;
    }

    /// <summary>Functions of a field.</summary>
    public static IEnumerable<Probe> OfFunctions(string collection, string path)
    {
        var (parents, name) = (path.Split('.')[..^1], path.Split('.')[^1]);
        foreach (var call in (string[])[$"year({name})", $"count({name})", $"json({name}, a)"])
        {
            var function = $"{call[..call.IndexOf('(', StringComparison.Ordinal)]}()";
            var whole = string.Join('.', [.. parents, call]);
            foreach (var (slot, query) in Projections(whole).Take(2).Concat(Orders(whole)).Concat(Groups(whole).Take(2)))
                yield return new($"{function} in {slot}", path, collection, query);
            foreach (var test in (JsonObject[])[new() { ["_gt"] = 1 }, new() { ["_eq"] = 2 }, new() { ["_null"] = true }])
                yield return new($"{function} in filter", path, collection, Filter([.. parents, call], test));
        }
    }

    /// <summary>A text that only what is hidden holds.</summary>
    public static IEnumerable<Probe> OfSearch(string collection, params string[] texts)
    {
        foreach (var text in texts)
        {
            yield return new("search", text, collection, new() { ["search"] = text, ["fields"] = Names("id"), ["meta"] = Names("*") });
            yield return new("search with aggregate", text, collection,
                new() { ["search"] = text, ["aggregate"] = new JsonObject { ["count"] = "*" } });
        }
    }

    /// <summary>A variable that stands for a stored value.</summary>
    public static IEnumerable<Probe> OfVariable(string collection, string field, string variable) =>
        ((string[])["_eq", "_neq", "_contains"])
            .Select(test => new Probe("variable", variable, collection, Filter([field], new JsonObject { [test] = variable })));

    /// <summary>Everything that may be seen, in each form.</summary>
    public static IEnumerable<Probe> OfAll(string collection, params string[] keys)
    {
        foreach (var fields in (string[])["*", "*.*", "*.*.*", "id"])
        {
            yield return new("fields *", fields, collection, new() { ["fields"] = Names(fields), ["meta"] = Names("*"), ["sort"] = Names("id") });
            yield return new("backlink", fields, collection, new() { ["fields"] = Names(fields), ["backlink"] = false });
            foreach (var key in keys) yield return new("key", fields, collection, new() { ["fields"] = Names(fields) }) { Key = key };
        }

        foreach (var format in (string[])["csv", "json", "xml", "yaml"])
            yield return new("export", "*.*", collection, new() { ["fields"] = Names("*.*") }) { Export = format };

        yield return new("meta", "rows", collection, new() { ["limit"] = 0, ["meta"] = Names("*") });
        yield return new("page", "rows", collection, new() { ["limit"] = 1, ["page"] = 4, ["meta"] = Names("*") });
        yield return new("aggregate", "rows", collection,
            new() { ["aggregate"] = new JsonObject { ["count"] = "*", ["countAll"] = "*", ["max"] = "id", ["sum"] = "id" } });
        yield return new("groupBy", "rows", collection, new() { ["groupBy"] = Names("id") });
    }

    /// <summary>Rows: of lists, by keys and by what they refer to.</summary>
    public static IEnumerable<Probe> OfRows(string collection, string list, string key)
    {
        foreach (var quantifier in (string[])["_some", "_none"])
        {
            foreach (var test in (JsonObject[])[new() { ["_eq"] = key }, new() { ["_nnull"] = true }])
                yield return new(quantifier, list, collection, Filter([list, quantifier, "id"], test));
        }

        yield return new("filter", list, collection, Filter([list, "id"], new JsonObject { ["_eq"] = key }));
        yield return new("sort", list, collection, new() { ["sort"] = Names($"{list}.id", "id"), ["fields"] = Names("id") });
        yield return new("sort", list, collection, new() { ["sort"] = Names($"-count({list})", "id"), ["fields"] = Names("id", $"count({list})") });
        yield return new("filter", list, collection, Filter([$"count({list})"], new JsonObject { ["_gt"] = 1 }));
        yield return new("deep", list, collection, Deep([list], new JsonObject { ["_limit"] = 1, ["_offset"] = 1 }, list));
        yield return new("deep", list, collection, Deep([list], new JsonObject { ["_aggregate"] = new JsonObject { ["count"] = "*" } }, list));
    }

    private static IEnumerable<(string Slot, JsonObject Query)> Projections(string path)
    {
        yield return ("fields", new() { ["fields"] = Names("id", path), ["sort"] = Names("id") });
        yield return ("fields", new() { ["fields"] = Names(path), ["limit"] = 1 });
        yield return ("alias", new() { ["alias"] = new JsonObject { ["other"] = path }, ["fields"] = Names("id", "other"), ["sort"] = Names("id") });
        yield return ("alias", new() { ["alias"] = new JsonObject { ["id"] = path }, ["fields"] = Names("id") });
    }

    private static IEnumerable<(string Slot, JsonObject Query)> Orders(string path)
    {
        yield return ("sort", new() { ["sort"] = Names(path, "id"), ["fields"] = Names("id") });
        yield return ("sort", new() { ["sort"] = Names($"-{path}"), ["fields"] = Names("id"), ["limit"] = 1 });
    }

    private static IEnumerable<(string Slot, JsonObject Query)> Groups(string path)
    {
        yield return ("groupBy", new() { ["groupBy"] = Names(path), ["aggregate"] = new JsonObject { ["count"] = "*" }, ["sort"] = Names("count") });
        yield return ("groupBy", new() { ["groupBy"] = Names("id", path), ["sort"] = Names("id") });
        foreach (var function in Aggregates)
        {
            yield return ("aggregate", new() { ["aggregate"] = new JsonObject { [function] = path } });
            yield return ("aggregate",
                new() { ["aggregate"] = new JsonObject { [function] = Names(path) }, ["groupBy"] = Names("id"), ["sort"] = Names("id") });
        }

        yield return ("sort by aggregate",
            new() { ["aggregate"] = new JsonObject { ["min"] = path }, ["groupBy"] = Names("id"), ["sort"] = Names($"min.{path}") });
    }

    // The last steps of a path as operands of the relation before them.
    private static IEnumerable<Probe> Nested(string collection, string[] steps, JsonNode value)
    {
        var (relation, rest, path) = (steps[0], string.Join('.', steps[1..]), string.Join('.', steps));
        foreach (var quantifier in (string[])["_some", "_none"])
        {
            yield return new(quantifier, path, collection,
                Filter([relation, quantifier, .. steps[1..]], new JsonObject { ["_eq"] = value.DeepClone() }));
            yield return new(quantifier, path, collection, Filter([relation, quantifier, .. steps[1..]], new JsonObject { ["_nnull"] = true }));
        }

        JsonObject[] deep =
        [
            new() { ["_filter"] = At(steps[1..], new JsonObject { ["_eq"] = value.DeepClone() }) },
            new() { ["_sort"] = Names(rest) },
            new() { ["_sort"] = Names($"-{rest}"), ["_limit"] = 1 },
            new() { ["_alias"] = new JsonObject { ["other"] = rest }, ["_fields"] = Names("other") },
            new() { ["_search"] = value.ToString() },
            new() { ["_aggregate"] = new JsonObject { ["max"] = rest } },
            new() { ["_group"] = Names(rest), ["_aggregate"] = new JsonObject { ["count"] = "*" } },
        ];
        foreach (var parameters in deep)
            yield return new($"deep.{parameters.First().Key}", path, collection, Deep([relation], parameters, $"{relation}.id"));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode>> Tests(JsonNode value)
    {
        foreach (var name in Scalars) yield return new(name, value);
        foreach (var name in Flags) yield return new(name, true);
        foreach (var name in Lists) yield return new(name, new JsonArray(value.DeepClone(), value.DeepClone()));
        yield return new("_lt", "n");
        yield return new("_gt", 5);
    }

    private static JsonObject Filter(string[] steps, JsonNode rule) => new()
    {
        ["filter"] = At(steps, rule),
        ["fields"] = Names("id"),
        ["sort"] = Names("id"),
        ["meta"] = Names("*"),
    };

    private static JsonObject Deep(string[] steps, JsonObject parameters, string field) => new()
    {
        ["deep"] = At(steps, parameters),
        ["fields"] = Names("id", field, $"{steps[0]}.other"),
        ["sort"] = Names("id"),
    };

    private static JsonObject At(string[] steps, JsonNode inner) =>
        (JsonObject)steps.Reverse().Aggregate(inner.DeepClone(), (node, step) => new JsonObject { [step] = node });

    private static JsonArray Names(params string[] names) => new([.. names.Select(name => (JsonNode)name)]);
}
