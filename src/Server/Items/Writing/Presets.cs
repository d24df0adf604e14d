using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The values that the permissions give to fields which a write leaves out. The giver is the permission: the fields
/// need not be allowed, but items that come nested in a value are written by the caller.</summary>
internal sealed class Presets(DatabaseSchema schema, Caller caller, DateTimeOffset now)
{
    private readonly VariableResolver _variables = new(caller.VariablesAt(now));
    private readonly Dictionary<(Collection, AccessAction), Dictionary<Field, JsonElement>> _known = [];

    /// <summary>Those of a collection and action, variables filled in.</summary>
    public IReadOnlyDictionary<Field, JsonElement> Of(Collection collection, AccessAction action)
    {
        if (_known.TryGetValue((collection, action), out var presets)) return presets;
        presets = [];
        foreach (var rule in caller.Access.For(collection.Name, action))
        {
            foreach (var (name, value) in rule.Presets)
                if (collection.TryGetField(name, out var field) && Resolve(value) is { } resolved) presets[field] = resolved;
        }

        return _known[(collection, action)] = presets;
    }

    /// <summary>Whether the value is one of other items: a list, or an item that is referred to.</summary>
    public bool IsNested(Field field, JsonElement value) => field.IsAlias
        || (value.ValueKind == JsonValueKind.Object && schema.RelationOfMany(field.Collection, field.Name) is not null);

    private JsonElement? Resolve(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        ? JsonSerializer.SerializeToElement(Filled(value))
        : _variables.Resolve(value);

    private JsonNode? Filled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Filled(member.Value)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Filled)]),
        _ => JsonSerializer.SerializeToNode(_variables.Resolve(value)),
    };
}
