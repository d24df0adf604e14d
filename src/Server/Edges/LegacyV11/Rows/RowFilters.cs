using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>`filters[column][operator]=value` → FilterNode. Conditions stand in the order in which they were given: those of one column
/// are one group, joined by its `logical`; a column with one condition and `logical=or` is joined by OR to all that stands before it,
/// everything else by AND.</summary>
internal sealed class RowFilters(Caller caller, LegacyTable table)
{
    private const string Logical = "logical";

    public FilterNode Read(JsonElement filters)
    {
        FilterNode? all = null;
        foreach (var (path, given) in Columns(filters))
        {
            var or = false;
            var terms = new List<FilterNode>();
            foreach (var operators in given) Read(path, operators, terms, ref or);
            if (terms.Count == 0) continue;
            var group = terms.Count == 1 ? terms[0] : or ? new FilterNode.Or([.. terms]) : new FilterNode.And([.. terms]);
            all = all is null ? group : terms.Count == 1 && or ? new FilterNode.Or([all, group]) : new FilterNode.And([all, group]);
        }

        return all ?? FilterNode.All;
    }

    // An object by columns; as a list of such objects one column may come again.
    private static IEnumerable<(string Path, List<JsonElement> Given)> Columns(JsonElement filters)
    {
        var columns = new List<(string Path, List<JsonElement> Given)>();
        var objects = filters.ValueKind == JsonValueKind.Array ? [.. filters.EnumerateArray()] : new[] { filters };
        foreach (var one in objects)
        {
            if (one.ValueKind != JsonValueKind.Object) throw LegacyErrors.Refused("The filters have to name columns");
            foreach (var column in one.EnumerateObject())
            {
                var known = columns.FindIndex(other => other.Path == column.Name);
                if (known < 0) columns.Add((column.Name, [column.Value]));
                else columns[known].Given.Add(column.Value);
            }
        }

        return columns;
    }

    private void Read(string path, JsonElement group, List<FilterNode> terms, ref bool or)
    {
        if (group.ValueKind == JsonValueKind.Array) throw LegacyErrors.Refused($"The filters of [{path}] have to name operators");
        if (group.ValueKind != JsonValueKind.Object)
        {
            terms.Add(Condition(path, "eq", [Text(group)]));
            return;
        }

        foreach (var entry in group.EnumerateObject())
        {
            if (entry.Name == Logical) or = LegacyParameters.TextOf(entry.Value) is { } word && word.Equals("or", StringComparison.OrdinalIgnoreCase);
            else terms.AddRange(Operands(entry).Select(values => Condition(path, entry.Name, values)));
        }
    }

    // One operator may be given several times, which is told as an array like a list is: of a list the parts hold no commas.
    private static IEnumerable<ImmutableArray<string>> Operands(JsonProperty entry)
    {
        var list = LegacyOperators.Find(entry.Name).TakesList();
        if (entry.Value.ValueKind != JsonValueKind.Array) return [list ? Split(Text(entry.Value)) : [Text(entry.Value)]];
        var texts = entry.Value.EnumerateArray().Select(Text).ToImmutableArray();
        if (list && !texts.Any(text => text.Contains(','))) return [texts];
        return texts.Select(text => list ? Split(text) : [text]);
    }

    private FilterNode Condition(string path, string name, ImmutableArray<string> values)
    {
        var test = new LegacyTest(LegacyOperators.Find(name), name, values);
        return At(table, path.Split('.'), test);
    }

    // Through a list: one of its rows.
    private FilterNode At(LegacyTable from, ReadOnlySpan<string> path, LegacyTest test)
    {
        var column = from.Column(path[0]);
        if (path.Length == 1) return new ColumnTest(caller, column).Of(test);
        if (column.Relation is not { } relation || LegacyTables.Find(caller, relation.Table) is not { } next) throw LegacyErrors.Column(path[1]);
        return relation.Lead(column.Source!, At(next, path[1..], test));
    }

    private static string Text(JsonElement value) => LegacyParameters.TextOf(value) ?? "";

    private static ImmutableArray<string> Split(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
