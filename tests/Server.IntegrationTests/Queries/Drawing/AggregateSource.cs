using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Draws `aggregate` and `groupBy`.</summary>
internal sealed class AggregateSource(View view, Pools pools)
{
    public void Add(JsonObject query, ModelCollection collection, bool ordered)
    {
        var columns = view.Fields(collection).Where(field => !field.IsList).ToList();
        var aggregate = new JsonObject();
        for (var i = 0; i <= pools.Below(3); i++)
        {
            var function = pools.Of(["count", "countAll", "countDistinct", "sum", "sumDistinct", "avg", "avgDistinct", "min", "max"]);
            var fitting = columns.Where(field => Fits(function, field)).Select(field => field.Name).ToList();
            if (function == "countAll") fitting = ["*"];
            if (function == "count") fitting.Add("*");
            // Directus answers one of both only.
            if (function == "countAll" ? aggregate.ContainsKey("count") : aggregate.ContainsKey("countAll")) continue;
            if (fitting.Count > 0) aggregate[function] = new JsonArray([.. pools.Some(fitting, 2).Select(name => (JsonNode)name)]);
        }

        if (aggregate.Count == 0) aggregate["count"] = new JsonArray("*");
        query["aggregate"] = aggregate;
        var groups = columns.Where(field => field.Kind is not Kind.Json).Select(GroupOf).ToList();
        if (pools.Chance(0.6) && groups.Count > 0) query["groupBy"] = new JsonArray([.. pools.Some(groups, 2).Select(name => (JsonNode)name)]);
        if (!ordered && pools.Chance(0.3)) query["limit"] = 1 + pools.Below(4);
    }

    private string GroupOf(ModelField field) => field.Kind switch
    {
        Kind.Date or Kind.DateTime or Kind.Timestamp when pools.Chance(0.5) => $"{pools.Of(["year", "month", "day", "weekday"])}({field.Name})",
        _ => field.Name,
    };

    private static bool Fits(string function, ModelField field) => function switch
    {
        "count" => true,
        "countDistinct" => field.Kind != Kind.Json,
        "min" or "max" => field.Kind is not (Kind.Json or Kind.Boolean or Kind.Uuid or Kind.Csv),
        _ => field.IsNumber,
    };
}
