using System.Text.Json;
using Directus.Grpc.Common.V1;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Aggregation = Directus.Grpc.Items.V1.Aggregation;
using AggregateFunctions = Directus.Grpc.Server.Query.Catalogues.AggregateFunctions;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Typed aggregates ↔ the query and the JSON that REST has for them: one parser, one set of bounds.</summary>
internal static class AggregateMessages
{
    public static ItemQuery Parse(AggregateRequest request, QueryLimits limits)
    {
        var query = request.Query?.Clone() ?? new Common.V1.Query();
        if (query.Aggregate is not null || query.GroupBy.Count > 0)
            throw DirectusException.InvalidQuery("\"aggregate\" and \"group_by\" belong to the request, not to its query");
        if (request.Aggregates.Count + request.GroupBy.Count == 0) throw DirectusException.InvalidQuery("\"aggregates\" is not allowed to be empty");
        query.GroupBy.Add(request.GroupBy);
        query.Aggregate = Functions(request);
        query.Meta.Clear();
        return QueryMessages.Parse(query, limits);
    }

    /// <summary>The groups of a JSON array, each with that many keys, by position.</summary>
    public static void ToGroups(ReadOnlySpan<byte> utf8, AggregateRequest request, int keys, RepeatedField<AggregateGroup> groups)
    {
        foreach (var json in JsonElement.Parse(utf8).EnumerateArray())
        {
            // What the groups are made of comes first; a field may be called like a function.
            var properties = json.EnumerateObject().ToList();
            var group = new AggregateGroup();
            foreach (var property in properties.Take(keys)) group.Keys.Add(StructJson.ToValue(property.Value));
            foreach (var aggregation in request.Aggregates)
                group.Values.Add(StructJson.ToValue(ValueOf(properties.Skip(keys), NameOf(aggregation, request), FieldOf(aggregation))));
            groups.Add(group);
        }
    }

    private static Struct Functions(AggregateRequest request)
    {
        var functions = new Struct();
        foreach (var aggregation in request.Aggregates)
        {
            var name = NameOf(aggregation, request);
            if (!functions.Fields.TryGetValue(name, out var fields)) functions.Fields[name] = fields = new Value { ListValue = new ListValue() };
            fields.ListValue.Values.Add(Value.ForString(FieldOf(aggregation)));
        }

        return functions;
    }

    // {"count": "3", "sum": {"pages": "80"}}: of the items themselves the value, of fields an object.
    private static JsonElement ValueOf(IEnumerable<JsonProperty> values, string name, string field)
    {
        var value = values.First(property => property.Name == name).Value;
        return field == "*" ? value : value.GetProperty(field);
    }

    // One field each, though the parser takes lists.
    private static string FieldOf(Aggregation aggregation) => aggregation.Field switch
    {
        "" => "*",
        var field when field.Contains(',') || field != field.Trim() => throw DirectusException.InvalidQuery($"\"{field}\" is no name of a field"),
        var field => field,
    };

    // In JSON the number of the items has no place beside that of a field's values, unless it goes by its other name.
    private static string NameOf(Aggregation aggregation, AggregateRequest request)
    {
        var function = Of(aggregation.Function);
        var beside = function == AggregateFunctions.Count && FieldOf(aggregation) == "*"
            && request.Aggregates.Any(other => other.Function == aggregation.Function && FieldOf(other) != "*");
        return (beside ? AggregateFunctions.CountAll : function).Name;
    }

    private static Query.Catalogues.AggregateFunction Of(AggregateFunction function) => function switch
    {
        AggregateFunction.Count => AggregateFunctions.Count,
        AggregateFunction.CountDistinct => AggregateFunctions.CountDistinct,
        AggregateFunction.Sum => AggregateFunctions.Sum,
        AggregateFunction.SumDistinct => AggregateFunctions.SumDistinct,
        AggregateFunction.Avg => AggregateFunctions.Average,
        AggregateFunction.AvgDistinct => AggregateFunctions.AverageDistinct,
        AggregateFunction.Min => AggregateFunctions.Least,
        AggregateFunction.Max => AggregateFunctions.Greatest,
        _ => throw DirectusException.InvalidQuery("An aggregate needs a function"),
    };
}
