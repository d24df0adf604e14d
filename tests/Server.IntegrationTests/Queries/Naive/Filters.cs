using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Whether a row matches a filter. A row that is not there has nothing but nulls.</summary>
internal sealed class Filters(View view)
{
    public bool Match(JsonObject filter, ModelCollection collection, Row? row) => filter.All(part => part.Key switch
    {
        "_and" => Group(part.Value).All(term => Match(term, collection, row)),
        "_or" => Group(part.Value).Any(term => Match(term, collection, row)),
        var field => MatchField(field, Filled(part.Value), collection, row),
    });

    private static IEnumerable<JsonObject> Group(JsonNode? terms) => terms!.AsArray() is { Count: > 0 } some ? some.Select(Filled) : throw Empty();

    // What an empty rule means depends on where it stands; none is drawn.
    private static JsonObject Filled(JsonNode? rule) => rule!.AsObject() is { Count: > 0 } filled ? filled : throw Empty();

    private static NotSupportedException Empty() => new("An empty group or rule.");

    private bool MatchField(string name, JsonObject rule, ModelCollection collection, Row? row)
    {
        if (name.Contains('('))
        {
            var function = Function.Parse(name, collection);
            return Test(rule, function.ResultKind, function.Of(view, row));
        }

        var parts = name.Split(':');
        var field = collection[parts[0]];
        if (parts.Length > 1)
        {
            var item = view.Any(row, field, parts[1]);
            return Match(rule, view.World[parts[1]], item);
        }

        if (field.IsList) return MatchList(rule, field, row);
        if (field.Kind == Kind.One && !IsTest(rule)) return Match(rule, view.World[field.Target!], view.One(row, field));
        return Test(rule, KindOf(field), view.Value(row, field));
    }

    private bool MatchList(JsonObject rule, ModelField field, Row? row)
    {
        var target = view.World[field.Target!];
        bool Some(JsonNode? inner) => view.Many(row, field).Any(item => Match(Filled(inner), target, item));

        // As the outer side of a join: without items there is one of which everything is null.
        if (!rule.Any(part => part.Key.StartsWith('_') && part.Key is not ("_and" or "_or")))
            return Some(rule) || (!view.Many(row, field).Any() && Match(rule, target, null));
        return rule.All(part => part.Key switch
        {
            "_some" => Some(part.Value),
            "_none" => !Some(part.Value),
            "_null" => (bool)part.Value! != view.Many(row, field).Any(),
            "_nnull" => (bool)part.Value! == view.Many(row, field).Any(),
            var name => view.Many(row, field).Any(item => Operators.Holds(name, view.Value(item, target.Key), part.Value, target.Key.Kind)),
        });
    }

    private static bool Test(JsonObject rule, Kind kind, object? value) => rule.All(part => part.Key switch
    {
        "_and" => Group(part.Value).All(term => Test(term, kind, value)),
        "_or" => Group(part.Value).Any(term => Test(term, kind, value)),
        var name => Operators.Holds(name, value, part.Value, kind),
    });

    // A rule on the key itself has operators all the way down.
    private static bool IsTest(JsonObject rule) => rule.All(part => part.Key is "_and" or "_or"
        ? Group(part.Value).All(IsTest)
        : part.Key.StartsWith('_'));

    private Kind KindOf(ModelField field) => field.Kind switch
    {
        Kind.One => view.World[field.Target!].Key.Kind,
        Kind.Any => Kind.String,
        var kind => kind,
    };
}
