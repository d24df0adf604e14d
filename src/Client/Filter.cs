using System.Text.Json.Nodes;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Client;

/// <summary>A condition on items. Never changes; <c>&amp;</c> and <c>|</c> make new ones.</summary>
/// <example><code>Filter.Field("status").Eq("published") &amp; Filter.Field("author.name").Contains("x")</code></example>
public sealed class Filter
{
    private readonly string? junction;
    private readonly Filter[] terms = [];
    private readonly Struct rules;

    internal Filter(Struct rules) => this.rules = rules;

    private Filter(string junction, Filter[] terms)
    {
        this.junction = junction;
        this.terms = terms;
        rules = new Struct
        {
            Fields = { [junction] = Value.ForList([.. terms.Select(term => Value.ForStruct(term.rules))]) },
        };
    }

    /// <summary>Starts a rule on a field: a name, a dotted path into relations, or a function as <c>year(date)</c>.</summary>
    public static FieldFilter Field(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(path);
    }

    /// <summary>Takes a filter as Directus writes it: <c>{"status": {"_eq": "published"}}</c>.</summary>
    public static Filter Parse(string json) => new(StructWriter.Parse(json));

    /// <summary>Takes a filter as Directus writes it.</summary>
    public static Filter From(JsonObject json) => new(StructWriter.Object(json));

    /// <summary>All of the conditions.</summary>
    public static Filter All(params IEnumerable<Filter> filters) => Join("_and", filters);

    /// <summary>At least one of the conditions.</summary>
    public static Filter Any(params IEnumerable<Filter> filters) => Join("_or", filters);

    /// <summary>Both conditions.</summary>
    public static Filter operator &(Filter left, Filter right) => Join("_and", [left, right]);

    /// <summary>One of the conditions, or both.</summary>
    public static Filter operator |(Filter left, Filter right) => Join("_or", [left, right]);

    /// <summary>The filter as JSON, the way Directus writes it.</summary>
    public override string ToString() => rules.ToString();

    internal Struct ToStruct() => rules.Clone();

    // `a & b & c` is one list of three, as a person would write it.
    private static Filter Join(string junction, IEnumerable<Filter> filters) =>
        new(junction, [.. filters.SelectMany(filter => filter.junction == junction ? filter.terms : [filter])]);
}
