using System.Globalization;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>`aggregate` and `groupBy`: what is computed of each group of rows, in the order of what they are grouped by.</summary>
internal sealed class Aggregation(View view)
{
    public JsonArray Groups(IEnumerable<Row> rows, ModelCollection collection, JsonObject query)
    {
        var names = query["groupBy"]?.AsArray().Select(name => name!.ToString()).ToList() ?? [];
        var groups = rows.Select(row => (Row: row, Values: names.Select(name => Value(name, collection, row)).ToList()))
            .GroupBy(entry => entry.Values, entry => entry.Row, new SameValues()).ToList();
        if (names.Count == 0 && groups.Count == 0) return new(Group([], collection, query, names));
        groups.Sort((one, other) => one.Key.Zip(other.Key, Selection.CompareValues).FirstOrDefault(difference => difference != 0));
        var limit = (int?)query["limit"] ?? 100;
        var shown = groups.Skip((int?)query["offset"] ?? 0).Take(limit < 0 ? int.MaxValue : limit);
        return new([.. shown.Select(group => (JsonNode)Group([.. group], collection, query, names))]);
    }

    private JsonObject Group(List<Row> rows, ModelCollection collection, JsonObject query, List<string> names)
    {
        var group = new JsonObject();
        foreach (var name in names)
        {
            if (name.Contains('(')) group[Function.Parse(name, collection).OutputName] = Function.Parse(name, collection).ToJson(view, rows[0]);
            else group[name] = Cells.ToJson(collection[name], view.Value(rows[0], collection[name]));
        }

        foreach (var (function, fields) in query["aggregate"]!.AsObject())
        {
            if (fields!.AsArray().Count == 0) throw new NotSupportedException("No fields.");
            var named = fields!.AsArray().Select(field => field!.ToString()).Where(field => field != "*").ToList();
            // Beside a named field the number of the rows has no place in the answer.
            group[function] = named.Count == 0
                ? Text(rows.Count)
                : new JsonObject(named.Select(field => KeyValuePair.Create(field, Computed(function, collection[field], rows))));
        }

        return group;
    }

    private JsonNode? Computed(string function, ModelField field, List<Row> rows)
    {
        var values = rows.Select(row => view.Value(row, field)).OfType<object>().ToList();
        if (function.EndsWith("Distinct", StringComparison.Ordinal)) values = [.. values.Distinct()];
        if (function.StartsWith("count", StringComparison.Ordinal)) return Text(values.Count);
        if (values.Count == 0) return null;
        return function switch
        {
            "min" => Cells.ToJson(field, values.Order(Comparer<object>.Create(Cells.Compare)).First()),
            "max" => Cells.ToJson(field, values.Order(Comparer<object>.Create(Cells.Compare)).Last()),
            _ => Number(function, field, values),
        };
    }

    // Numbers of any size and mean values are answered as text, floats as numbers.
    private static JsonNode Number(string function, ModelField field, List<object> values)
    {
        var sum = values.Sum(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        var number = function.StartsWith("avg", StringComparison.Ordinal) ? sum / values.Count : sum;
        if (field.Kind == Kind.Float) return (double)number;
        return function.StartsWith("avg", StringComparison.Ordinal) || field.Kind != Kind.Decimal
            ? number.ToString(CultureInfo.InvariantCulture)
            : number.ToString("F2", CultureInfo.InvariantCulture);
    }

    private object? Value(string name, ModelCollection collection, Row row) =>
        name.Contains('(') ? Function.Parse(name, collection).Of(view, row) : view.Value(row, collection[name]);

    private static JsonNode Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed class SameValues : IEqualityComparer<List<object?>>
    {
        public bool Equals(List<object?>? one, List<object?>? other) => one!.SequenceEqual(other!);

        public int GetHashCode(List<object?> values) => values.Aggregate(0, HashCode.Combine);
    }
}
