using System.Text.Json.Nodes;
using Directus.Grpc.Server.IntegrationTests.GraphQL;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>A probe in the words of GraphQL.</summary>
internal sealed class GraphQLProbe
{
    private static readonly string[] Arguments = ["sort", "limit", "offset", "page", "search"];

    private readonly Probe _probe;
    private readonly JsonObject _query;

    private GraphQLProbe(Probe probe) => (_probe, _query) = (probe, probe.Query);

    public static string PathOf(Probe probe) => IsSystem(probe) ? GraphQLCalls.System : GraphQLCalls.Items;

    /// <summary>The document; null when GraphQL has no words for the probe.</summary>
    public static string? DocumentOf(Probe probe)
    {
        if (probe.Export is not null || probe.Query.ToJsonString() is var text
            && (text.Contains("$FOLLOW", StringComparison.Ordinal) || text.Contains("json(", StringComparison.Ordinal))) return null;
        return new GraphQLProbe(probe).Document();
    }

    private string Document()
    {
        var name = IsSystem(_probe) ? _probe.Collection["directus_".Length..] : _probe.Collection;
        if (_probe.Key is { } key) return $"{{ {name}_by_id(id: \"{key}\") {Fields()} }}";
        if (_query["aggregate"] is null && _query["groupBy"] is null) return $"{{ {name}{Call(_query, "")} {Fields()} }}";
        var groups = _query["groupBy"] is JsonArray by ? $"groupBy: {GraphQLText.Of(by)}" : "";
        return $"{{ {name}_aggregated{Call(_query, "", groups)} {{ group {Computed(_query["aggregate"] as JsonObject)} }} }}";
    }

    private static string Call(JsonObject query, string prefix, params string[] more)
    {
        var given = Arguments.Where(name => query[prefix + name] is not null).Select(name => $"{name}: {GraphQLText.Of(query[prefix + name])}");
        var filter = query[prefix + "filter"] is { } rules ? [$"filter: {GraphQLText.Of(Filter(rules))}"] : Array.Empty<string>();
        string[] all = [.. given, .. filter, .. more.Where(part => part.Length > 0)];
        return all.Length == 0 ? "" : $"({string.Join(", ", all)})";
    }

    private static string Computed(JsonObject? functions) => string.Join(' ', (functions ?? []).Select(function =>
    {
        var fields = function.Value is JsonArray list ? list.Select(field => (string)field!) : [(string)function.Value!];
        return fields.Contains("*") ? "countAll" : $"{function.Key} {{ {string.Join(' ', fields)} }}";
    }));

    private string Fields()
    {
        var tree = new JsonObject { ["id"] = new JsonObject() };
        foreach (var path in (_query["fields"] as JsonArray ?? []).Select(field => (string)field!))
        {
            var node = tree;
            foreach (var step in Steps(path).Where(step => step != "*")) node = (JsonObject)(node[step] ??= new JsonObject());
        }

        return Print(tree, _query["deep"] as JsonObject);
    }

    // `item:texts` is a part of a union, `year(date)` a part of an object, an alias another name of a field.
    private IEnumerable<string> Steps(string path) =>
        ((string?)_query["alias"]?[path] is { } of ? $"{path}: {of}" : path).Split('.').SelectMany<string, string>(step =>
    {
        if (step.Split(':') is [var item, var collection] && !step.Contains(' ', StringComparison.Ordinal)) return [item, $"... on {collection}"];
        return step.Split('(', ')') is [var function, var field, ""] ? [$"{field}_func", function] : [step];
    });

    private static string Print(JsonObject tree, JsonObject? deep) => $"{{ {string.Join(' ', tree.Select(field =>
    {
        var (below, parameters) = ((JsonObject)field.Value!, deep?[field.Key] as JsonObject);
        var call = parameters is null ? "" : Call(parameters, "_");
        return below.Count == 0 ? field.Key + call : field.Key + call + Print(below, parameters);
    }))} }}";

    private static JsonNode? Filter(JsonNode? rules) => rules switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => Rule(field.Key, field.Value))),
        JsonArray list => new JsonArray([.. list.Select(Filter)]),
        _ => rules?.DeepClone(),
    };

    private static KeyValuePair<string, JsonNode?> Rule(string name, JsonNode? rule) => name.Split('(', ')') is [var function, var field, ""]
        ? new($"{field}_func", new JsonObject { [function] = rule?.DeepClone() })
        : new(name.Replace(":", "__", StringComparison.Ordinal), Filter(rule));

    private static bool IsSystem(Probe probe) => probe.Collection.StartsWith("directus_", StringComparison.Ordinal);
}
