using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The values that the permissions give to fields which a write leaves out.</summary>
internal sealed class Presets
{
    private readonly Dictionary<string, JsonElement> _values = [];
    private readonly Collection _collection;

    public Presets(Caller caller, Collection collection, AccessAction action, DateTimeOffset now)
    {
        _collection = collection;
        var variables = new VariableResolver(caller.VariablesAt(now));
        foreach (var rule in caller.Access.For(collection.Name, action))
        {
            foreach (var (name, value) in rule.Presets)
                if (variables.Resolve(value) is { } resolved) _values[name] = resolved;
        }
    }

    public IEnumerable<(string Name, JsonElement Value)> Missing(WriteRow row)
    {
        foreach (var (name, value) in _values)
            if (_collection.TryGetField(name, out var field) && !row.Has(field)) yield return (name, value);
    }
}
