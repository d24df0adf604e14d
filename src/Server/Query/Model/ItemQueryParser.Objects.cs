using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

// The parameters that are objects, or texts of JSON objects.
public static partial class ItemQueryParser
{
    private static ImmutableArray<Aggregation> Aggregates(JsonElement value, QueryLimits limits)
    {
        if (Object(value, "aggregate", "must be of type object") is not { } functions) return [];
        var aggregates = ImmutableArray.CreateBuilder<Aggregation>();
        foreach (var property in functions.EnumerateObject())
        {
            if (AggregateFunctions.Find(property.Name) is not { } function)
                throw DirectusException.InvalidQuery($"There is no aggregate function \"{property.Name}\"");
            var fields = Names(property.Value, $"aggregate.{property.Name}", limits);
            if (fields.Count == 0) throw Refused($"aggregate.{property.Name}", "is not allowed to be empty");
            aggregates.Add(new Aggregation(function, [.. fields]));
        }

        return aggregates.DrainToImmutable();
    }

    private static ImmutableDictionary<string, string> Alias(JsonElement value, QueryLimits limits)
    {
        if (Object(value, "alias", "has to be an object") is not { } names) return ImmutableDictionary<string, string>.Empty;
        var alias = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in names.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String) throw Refused("alias", "value has to be a string");
            var field = property.Value.GetString()!;
            if (field.Contains('.') || property.Name.Contains('.')) throw Refused("alias", "key/value can't contain a period character `.`");
            if (alias.Count == limits.MaxFields) throw Refused("alias", $"must have less than or equal to {limits.MaxFields} keys");
            alias[property.Name] = field;
        }

        return alias.ToImmutable();
    }

    private static ImmutableDictionary<string, ItemQuery> Deep(JsonElement value, QueryLimits limits, int above) =>
        Object(value, "deep", "must be of type object") is { } relations
            ? Relations(relations, limits, above)
            : ImmutableDictionary<string, ItemQuery>.Empty;

    // Names with a `_` are parameters of the relation, all others are relations below it.
    private static ImmutableDictionary<string, ItemQuery> Relations(JsonElement relations, QueryLimits limits, int depth)
    {
        var deep = ImmutableDictionary.CreateBuilder<string, ItemQuery>(StringComparer.Ordinal);
        foreach (var property in relations.EnumerateObject())
        {
            if (property.Name.StartsWith('_')) continue;
            if (property.Value.ValueKind != JsonValueKind.Object) throw Refused($"deep.{property.Name}", "must be of type object");
            if (depth == limits.MaxRelationalDepth) throw PathParser.TooDeep();
            deep[property.Name] = Relation(property.Value, limits, depth + 1);
        }

        return deep.ToImmutable();
    }

    private static ItemQuery Relation(JsonElement parameters, QueryLimits limits, int depth)
    {
        var query = ItemQuery.Default with { Deep = Relations(parameters, limits, depth) };
        foreach (var property in parameters.EnumerateObject())
        {
            if (!property.Name.StartsWith('_') || property.Value.ValueKind == JsonValueKind.Null) continue;
            var name = property.Name[1..];
            query = Apply(query, name == "group" ? "groupBy" : name, property.Value, limits, depth);
        }

        return query;
    }

    // An object, or null when the text is empty.
    private static JsonElement? Object(JsonElement value, string name, string refusal)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (string.IsNullOrWhiteSpace(text)) return null;
            value = Json(text) ?? throw Refused(name, refusal);
        }

        return value.ValueKind == JsonValueKind.Object ? value : throw Refused(name, refusal);
    }
}
