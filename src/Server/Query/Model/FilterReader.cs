using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;

namespace Directus.Grpc.Server.Query.Model;

/// <summary>One pass over one filter, which keeps count of how large it grows.</summary>
internal sealed class FilterReader(QueryLimits limits, bool checkOperands)
{
    private int _nodes;

    /// <param name="filter">The filter.</param>
    /// <param name="above">Relations above the items that it is of.</param>
    public FilterNode Read(JsonElement filter, int above = 0) => filter.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array => Rules(filter, 0, above, field: false),
        JsonValueKind.Null => throw DirectusException.InvalidQuery("\"filter\" must be of type object"),
        _ => throw NoField(FilterOperators.Equal.Name),
    };

    // The rules of one object all hold. `relations` counts the fields above, `field` tells whether the one right above is one.
    private FilterNode Rules(JsonElement json, int depth, int relations, bool field)
    {
        if (depth > limits.MaxFilterDepth) throw DirectusException.InvalidQuery("The filter is nested too deeply");
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 0) return FilterNode.All;
        if (json.ValueKind != JsonValueKind.Object) throw NoFilter();
        FilterNode? first = null;
        ImmutableArray<FilterNode>.Builder? terms = null;
        foreach (var property in json.EnumerateObject())
        {
            var term = Rule(property.Name, property.Value, depth, relations, field);
            if (term.IsAll) continue;
            if (first is null)
            {
                first = term;
                continue;
            }

            terms ??= ImmutableArray.CreateBuilder<FilterNode>();
            if (terms.Count == 0) terms.Add(first);
            terms.Add(term);
        }

        return terms is not null ? new FilterNode.And(terms.DrainToImmutable()) : first ?? FilterNode.All;
    }

    private FilterNode Rule(string key, JsonElement value, int depth, int relations, bool field)
    {
        if (++_nodes > limits.MaxFilterNodes) throw DirectusException.InvalidQuery("The filter has too many rules");
        switch (key)
        {
            case FilterWords.And:
                return And(value, depth, relations, field);
            case FilterWords.Or:
                return Or(value, depth, relations, field);
            case FilterWords.Some or FilterWords.None:
                if (!field) throw DirectusException.InvalidQuery($"\"{key}\" can only be used with top level relational alias field");
                return new FilterNode.Quantified(key == FilterWords.None, Rules(value, depth + 1, relations, field: false));
            default:
                return key.StartsWith('_') ? Test(key, value, field) : At(key, value, depth, relations);
        }
    }

    private FilterNode And(JsonElement group, int depth, int relations, bool field)
    {
        var terms = ImmutableArray.CreateBuilder<FilterNode>();
        foreach (var element in Elements(group))
        {
            var term = Rules(element, depth + 1, relations, field);
            if (!term.IsAll) terms.Add(term);
        }

        return terms.Count switch { 0 => FilterNode.All, 1 => terms[0], _ => new FilterNode.And(terms.DrainToImmutable()) };
    }

    // A group within that came out empty says nothing; an empty rule of its own, `{}`, admits everything, and so does the whole.
    private FilterNode Or(JsonElement group, int depth, int relations, bool field)
    {
        var terms = ImmutableArray.CreateBuilder<FilterNode>();
        var everything = false;
        foreach (var element in Elements(group))
        {
            var term = Rules(element, depth + 1, relations, field);
            if (!term.IsAll) terms.Add(term);
            else if (!field && checkOperands && element is { ValueKind: JsonValueKind.Object } && element.GetPropertyCount() == 0) everything = true;
        }

        if (everything || terms.Count == 0) return FilterNode.All;
        return terms.Count == 1 ? terms[0] : new FilterNode.Or(terms.DrainToImmutable());
    }

    private FilterNode At(string key, JsonElement value, int depth, int relations)
    {
        if (relations >= limits.MaxRelationalDepth) throw PathParser.TooDeep();
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            var rule = Rules(value, depth + 1, relations + 1, field: true);
            return rule.IsAll ? rule : new FilterNode.At(PathParser.Step(key), rule);
        }

        if (value.ValueKind == JsonValueKind.Null) throw NoFilter();
        return new FilterNode.At(PathParser.Step(key), Test(FilterOperators.Equal.Name, value, field: true));
    }

    private FilterNode.Test Test(string key, JsonElement operand, bool field)
    {
        if (!field) throw NoField(key);
        if (FilterOperators.Find(key) is not { } known) throw DirectusException.InvalidQuery($"There is no filter operator \"{key}\"");
        if (checkOperands)
        {
            known.Check(operand);
            if (Values(operand) > limits.MaxValues) throw DirectusException.InvalidQuery($"\"{key}\" has more than {limits.MaxValues} values");
        }

        return new FilterNode.Test(known, operand);
    }

    // From a query string a list is one text with commas.
    private static int Values(JsonElement operand) => operand.ValueKind switch
    {
        JsonValueKind.Array => operand.GetArrayLength(),
        JsonValueKind.String => operand.GetString().AsSpan().Count(',') + 1,
        _ => 1,
    };

    private static JsonElement.ArrayEnumerator Elements(JsonElement group) =>
        group.ValueKind == JsonValueKind.Array ? group.EnumerateArray() : throw NoFilter();

    private static DirectusException NoFilter() => DirectusException.InvalidQuery("Invalid filter object");

    private static DirectusException NoField(string key) => DirectusException.InvalidQuery($"Invalid filter key \"{key}\", a field is needed");
}
