using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>The parameters of a list → ItemQuery.</summary>
internal sealed class RowQuery(Caller caller, QueryLimits limits)
{
    private const int DefaultLimit = 200;

    /// <summary>What of the rows is asked for.</summary>
    public RowShape Shape(LegacyTable table, LegacyParameters given)
    {
        var depth = given.Number("depth") ?? 1;
        if (depth is < 0 or > ShapeBuilder.MostDepth) throw LegacyErrors.Refused($"The depth has to be between 0 and {ShapeBuilder.MostDepth}");
        return new ShapeBuilder(caller, limits.MaxRelations).Build(table, depth, given.List("columns") ?? given.List("columns_visible"));
    }

    /// <summary>Which rows are asked for.</summary>
    public ItemQuery List(RowShape shape, LegacyParameters given, int? defaultLimit = null)
    {
        var (limit, offset) = Page(given, defaultLimit ?? DefaultLimit);
        return One(shape) with
        {
            Filter = Filter(shape.Table, given),
            Search = given.Text("search") ?? given.Text("q"),
            Sort = Sort(shape.Table, given),
            Limit = limit,
            Offset = offset,
        };
    }

    /// <summary>One row, whose key is known.</summary>
    public static ItemQuery One(RowShape shape) => new() { Fields = shape.Fields(), Deep = Deep(shape) };

    // Lists within rows are whole, as far as any list is.
    private static ImmutableDictionary<string, ItemQuery> Deep(RowShape shape)
    {
        var deep = ImmutableDictionary.CreateBuilder<string, ItemQuery>();
        foreach (var shown in shape.Columns)
        {
            if (shown.Rows is null || shown.Column is not { Relation: { } relation, Source: { } source }) continue;
            var below = Deep(shown.Rows);
            if (relation.Far is { } far)
                below = below.IsEmpty ? below : ImmutableDictionary<string, ItemQuery>.Empty.Add(far, new ItemQuery { Deep = below });
            if (relation.Many || !below.IsEmpty) deep[source] = new ItemQuery { Deep = below, Limit = relation.Many ? -1 : null };
        }

        return deep.ToImmutable();
    }

    private (int Limit, int Offset) Page(LegacyParameters given, int most)
    {
        var limit = given.Number("perPage") ?? given.Number("limit") ?? most;
        if (limit < -1) throw LegacyErrors.Refused("The limit has to be -1 or more");
        if (limits.Max >= 0 && (limit < 0 || limit > limits.Max)) limit = limits.Max;
        var offset = given.Number("currentPage") is { } page && limit > 0 ? Times(page, limit) : given.Number("offset") ?? 0;
        return offset >= 0 ? (limit, offset) : throw LegacyErrors.Refused("The offset has to be 0 or more");
    }

    private static int Times(int page, int limit) =>
        (long)page * limit is >= 0 and <= int.MaxValue and var offset ? (int)offset : throw LegacyErrors.Refused("There is no such page");

    private FilterNode Filter(LegacyTable table, LegacyParameters given)
    {
        var terms = new List<FilterNode>();
        if (!table.Always.IsAll) terms.Add(table.Always);
        if (given.Element("filters") is { ValueKind: not JsonValueKind.Undefined } filters) terms.Add(new RowFilters(caller, table).Read(filters));
        if (given.List("ids") is { } ids) terms.Add(Among(table.Key, ids));
        if (given.Element("in") is { ValueKind: JsonValueKind.Object } lists)
            terms.AddRange(lists.EnumerateObject().Select(list => Among(table.Column(list.Name), LegacyParameters.ListOf(list.Value) ?? [])));
        if (given.List("status") is { } status && table.StatusCondition is { } condition && !given.Flag("preview")) terms.Add(condition(status));
        return terms.Count switch { 0 => FilterNode.All, 1 => terms[0], _ => Conditions.All(terms) };
    }

    private FilterNode Among(LegacyColumn column, IReadOnlyList<string> values) =>
        new ColumnTest(caller, column).Of(new LegacyTest(LegacyOperator.In, "in", [.. values]));

    private static ImmutableArray<SortTerm> Sort(LegacyTable table, LegacyParameters given)
    {
        if (given.Text("sort") is { Length: > 0 } sort) return [Term(table, sort, given.Text("sort_order"))];
        if (given.Text("orderBy") is { Length: > 0 } by) return [Term(table, by, given.Text("orderDirection"))];
        if (given.Element("order") is { ValueKind: JsonValueKind.Object } order)
            return [.. order.EnumerateObject().Select(term => Term(table, term.Name, LegacyParameters.TextOf(term.Value)))];
        return table.Order is { } usual ? [usual] : [];
    }

    private static SortTerm Term(LegacyTable table, string name, string? direction) =>
        new([new FieldPath(table.Column(name).Source ?? throw LegacyErrors.Column(name))], direction?.ToUpper(CultureInfo.InvariantCulture) switch
        {
            null or "" or "ASC" => false,
            "DESC" => true,
            _ => throw LegacyErrors.Refused($"The order [{direction}] is neither ASC nor DESC"),
        });
}
