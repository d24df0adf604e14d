using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>`sort`, `limit`, `offset`, `page`: which rows, in which order. Nulls come last going up; the key decides at last.</summary>
internal sealed class Selection(View view)
{
    private const int DefaultLimit = 100;

    public IEnumerable<Row> Rows(IEnumerable<Row> rows, JsonObject query, ModelCollection collection, string prefix, string? sortField = null)
    {
        var matching = Matching(rows, query, collection, prefix);
        var sort = query[prefix + "sort"]?.AsArray().Select(term => term!.ToString()).ToList() ?? (sortField is null ? [] : [sortField]);
        var ordered = matching.ToList();
        ordered.Sort((one, other) => Compare(one, other, collection, [.. sort, collection.Key.Name]));
        var limit = (int?)query[prefix + "limit"] ?? DefaultLimit;
        if (limit < 0) limit = ordered.Count;
        var skip = (int?)query[prefix + "page"] is { } page ? (page - 1) * limit : (int?)query[prefix + "offset"] ?? 0;
        return ordered.Skip(skip).Take(limit);
    }

    /// <summary>The rows that filter and search leave.</summary>
    public IEnumerable<Row> Matching(IEnumerable<Row> rows, JsonObject query, ModelCollection collection, string prefix)
    {
        var filter = query[prefix + "filter"]?.AsObject() ?? [];
        return rows.Where(row => new Filters(view).Match(filter, collection, row) && Search.Finds(view, row, (string?)query[prefix + "search"]));
    }

    private int Compare(Row one, Row other, ModelCollection collection, List<string> terms)
    {
        foreach (var term in terms)
        {
            var (path, down) = (term.TrimStart('-'), term.StartsWith('-'));
            var difference = CompareValues(Value(one, collection, path, down), Value(other, collection, path, down));
            if (difference != 0) return down ? -difference : difference;
        }

        return 0;
    }

    public static int CompareValues(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => Cells.Compare(one, other),
    };

    private object? Value(Row? row, ModelCollection collection, string path, bool down)
    {
        if (path.Contains('(') && !path.Contains('.')) return Function.Parse(path, collection).Of(view, row);
        var steps = path.Split('.', 2);
        var field = collection[steps[0]];
        if (field.IsList) return FirstOf(view.Many(row, field), view.World[field.Target!], steps.ElementAtOrDefault(1), down);
        if (steps.Length == 1) return view.Value(row, field);
        return Value(view.One(row, field), view.World[field.Target!], steps[1], down);
    }

    // A list counts by the value that comes first of its items.
    private object? FirstOf(IEnumerable<Row> rows, ModelCollection collection, string? path, bool down)
    {
        var values = rows.Select(row => Value(row, collection, path ?? collection.Key.Name, down)).ToList();
        values.Sort((one, other) => down ? -CompareValues(one, other) : CompareValues(one, other));
        return values.FirstOrDefault();
    }
}
