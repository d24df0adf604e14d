using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Rows → the objects of the answer.</summary>
internal sealed class Projection(View view)
{
    public JsonArray List(IEnumerable<Row> rows, FieldTree fields, JsonObject deep) =>
        new([.. rows.Select(row => (JsonNode)Item(row, fields, deep))]);

    private JsonObject Item(Row row, FieldTree fields, JsonObject deep)
    {
        var item = new JsonObject();
        foreach (var (step, below) in fields.OrderBy(entry => entry.Key == "*"))
        {
            if (step == "*") All(item, row, below, deep);
            else if (step.Contains('(')) Add(item, Function.Parse(step, row.Collection), row);
            else Add(item, row, step, below, deep);
        }

        return item;
    }

    private void All(JsonObject item, Row row, FieldTree below, JsonObject deep)
    {
        foreach (var field in view.Fields(row.Collection).Where(field => !item.ContainsKey(field.Name)))
            Add(item, row, field.Name, field.Kind is Kind.One or Kind.Many ? below : [], deep);
    }

    private void Add(JsonObject item, Function function, Row row) => item[function.OutputName] = function.ToJson(view, row);

    private void Add(JsonObject item, Row row, string step, FieldTree below, JsonObject deep)
    {
        var parts = step.Split(':');
        var field = row.Collection[parts[0]];
        if (field.Kind == Kind.Any) AddAny(item, row, field, parts.ElementAtOrDefault(1), below, deep);
        else if (field.IsList) item[field.Name] = List(row, field, below, Below(deep, field.Name));
        else if (below.Count > 0) item[field.Name] = One(view.One(row, field), below, Below(deep, field.Name));
        else item[field.Name] = Cells.ToJson(field, view.Value(row, field));
    }

    // Of an item of a collection that is not asked for there is its key, when it can be reached.
    private void AddAny(JsonObject item, Row row, ModelField field, string? collection, FieldTree below, JsonObject deep)
    {
        var kind = (string?)view.Value(row, row.Collection[field.Via!]);
        if (collection is not null && collection == kind)
            item[field.Name] = One(view.Any(row, field, collection), below, Below(deep, $"{field.Name}:{collection}"));
        else if (!item.ContainsKey(field.Name))
            item[field.Name] = collection is null || kind is null ? Cells.ToJson(field, view.Value(row, field)) : Key(view.Any(row, field, kind));
    }

    private JsonNode? Key(Row? item) => item is null ? null : Cells.ToJson(item.Collection.Key, view.Value(item, item.Collection.Key));

    private JsonObject? One(Row? row, FieldTree below, JsonObject deep)
    {
        if (row is null || !view.ShowsAny(row, below.Keys)) return null;
        var rows = new Selection(view).Matching([row], deep, row.Collection, "_");
        return rows.Select(kept => Item(kept, below, deep)).SingleOrDefault();
    }

    private JsonArray? List(Row row, ModelField field, FieldTree below, JsonObject deep)
    {
        if (!view.Shows(row, field)) return null;
        var target = view.World[field.Target!];
        var sortField = target == view.World.Links && field.Via == "thing" && view.Fields(target).Any(known => known.Name == "place")
            ? "place"
            : null;
        var shown = view.Many(row, field).Where(child => view.ShowsAny(child, below.Count > 0 ? below.Keys : [target.Key.Name]));
        var rows = new Selection(view).Rows(shown, deep, target, "_", sortField);
        if (below.Count > 0) return List(rows, below, deep);
        return new([.. rows.Select(child => Cells.ToJson(target.Key, view.Value(child, target.Key)))]);
    }

    private static JsonObject Below(JsonObject deep, string name) => deep[name]?.AsObject() ?? [];
}
