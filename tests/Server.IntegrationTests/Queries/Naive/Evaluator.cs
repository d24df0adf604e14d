using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Answers queries by looking at every row: slow, and right at a glance.</summary>
internal sealed class Evaluator(View view)
{
    public JsonObject Answer(ModelCollection collection, JsonObject query)
    {
        var answer = Plain(collection, Aliases.Undo(query));
        Aliases.Apply(query, collection, answer);
        return answer;
    }

    private JsonObject Plain(ModelCollection collection, JsonObject query)
    {
        var answer = new JsonObject();
        var selection = new Selection(view);
        if (query["aggregate"] is JsonObject { Count: 0 }) throw new NotSupportedException("Nothing to compute.");
        if (query.ContainsKey("aggregate"))
        {
            var grouped = selection.Matching(view.Rows(collection.Name), query, collection, "");
            if (query["groupBy"] is JsonArray { Count: > 0 } groups)
                grouped = grouped.Where(row => view.ShowsAny(row, groups.Select(name => name!.ToString())));
            answer["data"] = new Aggregation(view).Groups(grouped, collection, query);
            return answer;
        }

        if (query.ContainsKey("groupBy")) throw new NotSupportedException("Groups of what nothing is computed.");
        if (query["fields"] is JsonArray { Count: 0 }) throw new NotSupportedException("No fields.");
        var fields = FieldTree.Of(query["fields"]?.AsArray().Select(field => field!.ToString()) ?? ["*"]);
        var rows = selection.Rows(view.Rows(collection.Name).Where(row => view.ShowsAny(row, fields.Keys)), query, collection, "");
        answer["data"] = new Projection(view).List(rows, fields, query["deep"]?.AsObject() ?? []);
        if (query.ContainsKey("meta")) answer["meta"] = Meta(collection, query);
        return answer;
    }

    private JsonObject Meta(ModelCollection collection, JsonObject query) => new()
    {
        ["total_count"] = view.Rows(collection.Name).Count(),
        ["filter_count"] = new Selection(view).Matching(view.Rows(collection.Name), query, collection, "").Count(),
    };
}
