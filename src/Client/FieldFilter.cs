using System.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Client;

/// <summary>A field that waits for its condition.</summary>
public sealed class FieldFilter
{
    private readonly string path;

    internal FieldFilter(string path) => this.path = path;

    /// <summary>Equal; null means empty of a value.</summary>
    public Filter Eq(object? value) => Is("_eq", value);

    /// <summary>Not equal.</summary>
    public Filter NotEq(object? value) => Is("_neq", value);

    /// <summary>Less.</summary>
    public Filter Lt(object value) => Is("_lt", value);

    /// <summary>Less or equal.</summary>
    public Filter Lte(object value) => Is("_lte", value);

    /// <summary>Greater.</summary>
    public Filter Gt(object value) => Is("_gt", value);

    /// <summary>Greater or equal.</summary>
    public Filter Gte(object value) => Is("_gte", value);

    /// <summary>Between two values, both included.</summary>
    public Filter Between(object from, object to) => Is("_between", new[] { from, to });

    /// <summary>Outside of two values.</summary>
    public Filter NotBetween(object from, object to) => Is("_nbetween", new[] { from, to });

    /// <summary>One of the values.</summary>
    public Filter In(IEnumerable values) => Is("_in", values);

    /// <summary>None of the values.</summary>
    public Filter NotIn(IEnumerable values) => Is("_nin", values);

    /// <summary>Has the text in it.</summary>
    public Filter Contains(string text) => Is("_contains", text);

    /// <summary>Has the text in it, whatever its case.</summary>
    public Filter ContainsIgnoreCase(string text) => Is("_icontains", text);

    /// <summary>Does not have the text in it.</summary>
    public Filter NotContains(string text) => Is("_ncontains", text);

    /// <summary>Starts with the text.</summary>
    public Filter StartsWith(string text) => Is("_starts_with", text);

    /// <summary>Starts with the text, whatever its case.</summary>
    public Filter StartsWithIgnoreCase(string text) => Is("_istarts_with", text);

    /// <summary>Ends with the text.</summary>
    public Filter EndsWith(string text) => Is("_ends_with", text);

    /// <summary>Ends with the text, whatever its case.</summary>
    public Filter EndsWithIgnoreCase(string text) => Is("_iends_with", text);

    /// <summary>Has no value.</summary>
    public Filter IsNull() => Is("_null", true);

    /// <summary>Has a value.</summary>
    public Filter IsNotNull() => Is("_nnull", true);

    /// <summary>Has no value, or an empty one.</summary>
    public Filter IsEmpty() => Is("_empty", true);

    /// <summary>Has a value that is not empty.</summary>
    public Filter IsNotEmpty() => Is("_nempty", true);

    /// <summary>At least one related item fulfils the filter.</summary>
    public Filter Some(Filter related) => Rule("_some", Value.ForStruct(related.ToStruct()));

    /// <summary>No related item fulfils the filter.</summary>
    public Filter None(Filter related) => Rule("_none", Value.ForStruct(related.ToStruct()));

    /// <summary>Any other operator of Directus, by its name: <c>_regex</c>, <c>_intersects</c>, …</summary>
    public Filter Is(string @operator, object? operand) => Rule(@operator, StructWriter.Operand(operand));

    private Filter Rule(string @operator, Value operand)
    {
        var rule = new Struct { Fields = { [@operator] = operand } };
        foreach (var name in path.Split('.').Reverse())
            rule = new Struct { Fields = { [name] = Value.ForStruct(rule) } };
        return new(rule);
    }
}
