using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Gives the mentions of a renamed collection or field in paths, filters, templates and payloads its new name, each followed
/// along the relations as they were before the rename. What leads nowhere is left as it is.</summary>
/// <param name="TargetOf">The collection that a field leads to; null when it leads nowhere.</param>
internal sealed partial record MentionRewriter(Rename Rename, Func<string, string, string?> TargetOf)
{
    [GeneratedRegex(@"\{\{(?<path>[^{}]*)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?<function>[a-z]+)\((?<inner>[^()]*)\)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\$FOLLOW\((?<collection>[^(),]+),(?<field>[^(),]+)\)$")]
    private static partial Regex Follow();

    public static MentionRewriter In(DatabaseSchema schema, Rename rename) => new(rename, (at, name) =>
        schema.RelationOfMany(at, name) is { } many ? many.OneCollection : schema.RelationOfOne(at, name)?.ManyCollection);

    /// <summary>`title`, `author.name`, `year(date)`, `item:articles.title`, `-sort`.</summary>
    public string Path(string path, string collection)
    {
        if (path.StartsWith('-')) return "-" + Path(path[1..], collection);
        if (!path.StartsWith('$') && Call().Match(path) is { Success: true } call)
            return $"{call.Groups["function"].Value}({Path(call.Groups["inner"].Value, collection)})";
        var (steps, at) = (path.Split('.'), (string?)collection);
        for (var i = 0; i < steps.Length && at is not null; i++) (steps[i], at) = Step(steps[i], at);
        return string.Join('.', steps);
    }

    /// <summary>A rule: the same with the names of now.</summary>
    public JsonNode? Filter(JsonNode? filter, string collection) => filter switch
    {
        JsonObject parts => Rejoined(parts.Select(part => Condition(part.Key, part.Value, collection))),
        JsonArray list => new JsonArray([.. list.Select(entry => Filter(entry, collection))]),
        _ => Value(filter),
    };

    /// <summary>`{{title}} by {{author.name}}`.</summary>
    public string Template(string template, string collection) =>
        Placeholder().Replace(template, match => "{{" + Path(match.Groups["path"].Value.Trim(), collection) + "}}");

    /// <summary>Values by field, as presets and versions hold them.</summary>
    public JsonNode? Payload(JsonNode? payload, string collection)
    {
        if (payload is not JsonObject values) return payload?.DeepClone();
        var taken = Rename.Field is { } old && collection == Rename.Collection && values.ContainsKey(old);
        return new JsonObject(values.Where(value => !(taken && value.Key == Rename.To))
            .Select(value => KeyValuePair.Create(Step(value.Key, collection).Name, Value(value.Value))));
    }

    /// <summary>Every text of a list, or of the lists of an object, that is a path.</summary>
    public JsonNode? Paths(JsonNode? node, string collection) => node switch
    {
        JsonArray list => new JsonArray([.. list.Select(entry => Paths(entry, collection))]),
        JsonValue value when value.TryGetValue<string>(out var path) => JsonValue.Create(Path(path, collection)),
        _ => node?.DeepClone(),
    };

    private KeyValuePair<string, JsonNode?> Condition(string key, JsonNode? value, string collection)
    {
        if (key.StartsWith('_'))
            return KeyValuePair.Create(key, key is "_and" or "_or" or "_some" or "_none" ? Filter(value, collection) : Value(value));
        if (!key.StartsWith('$') && Call().Match(key).Success) return KeyValuePair.Create(Path(key, collection), Value(value));
        var (name, target) = Step(key, collection);
        return KeyValuePair.Create(name, target is null ? Value(value) : Filter(value, target));
    }

    private (string Name, string? Target) Step(string step, string collection)
    {
        if (Follow().Match(step) is { Success: true } back)
        {
            var (many, field) = (back.Groups["collection"].Value, back.Groups["field"].Value);
            return ($"$FOLLOW({Own(many)},{Step(field, many).Name})", many);
        }

        var colon = step.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) return ($"{Name(step[..colon], collection)}:{Own(step[(colon + 1)..])}", step[(colon + 1)..]);
        return (Name(step, collection), TargetOf(collection, step));
    }

    private string Name(string field, string collection) => collection == Rename.Collection && field == Rename.Field ? Rename.To : field;

    private string Own(string collection) => Rename.Field is null && collection == Rename.Collection ? Rename.To : collection;

    // $CURRENT_USER.department is a path, too.
    private JsonNode? Value(JsonNode? value)
    {
        if (value is JsonArray list) return new JsonArray([.. list.Select(Value)]);
        if (value is JsonObject parts) return new JsonObject(parts.Select(part => KeyValuePair.Create(part.Key, Value(part.Value))));
        if (value is not JsonValue plain || !plain.TryGetValue<string>(out var text)) return value?.DeepClone();
        if (!text.StartsWith("$CURRENT_", StringComparison.Ordinal)) return value.DeepClone();
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var collection = dot < 0 ? null : text[..dot] switch
        {
            "$CURRENT_USER" => SystemCollections.Users,
            "$CURRENT_ROLE" or "$CURRENT_ROLES" => SystemCollections.Roles,
            "$CURRENT_POLICIES" => SystemCollections.Policies,
            _ => null,
        };
        return collection is null ? value.DeepClone() : JsonValue.Create(text[..(dot + 1)] + Path(text[(dot + 1)..], collection));
    }

    // A name that stood for nothing before must not swallow the one that has it now.
    private static JsonObject Rejoined(IEnumerable<KeyValuePair<string, JsonNode?>> conditions)
    {
        var (joined, rest) = (new JsonObject(), new JsonArray());
        foreach (var (key, value) in conditions)
        {
            if (!joined.TryAdd(key, value)) rest.Add(new JsonObject { [key] = value });
        }

        if (rest.Count == 0) return joined;
        return new JsonObject { ["_and"] = new JsonArray([joined, .. rest.Select(entry => entry!.DeepClone())]) };
    }
}
