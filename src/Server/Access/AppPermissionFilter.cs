using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Access;

/// <summary>Whether a permission that stands in no table matches a filter. They refer to nothing, so that what is asked of
/// related items never matches.</summary>
internal static class AppPermissionFilter
{
    public static bool Matches(FilterNode filter, JsonElement row) => filter switch
    {
        FilterNode.And and => and.Terms.All(term => Matches(term, row)),
        FilterNode.Or or => or.Terms.IsEmpty || or.Terms.Any(term => Matches(term, row)),
        FilterNode.At { Field: { Function: null, Scope: null } field } at => Holds(at.Rule, Text(row, field.Name)),
        _ => false,
    };

    private static bool Holds(FilterNode rule, string? value) => rule switch
    {
        FilterNode.And and => and.Terms.All(term => Holds(term, value)),
        FilterNode.Or or => or.Terms.IsEmpty || or.Terms.Any(term => Holds(term, value)),
        FilterNode.Test test => Holds(test, value),
        _ => false,
    };

    private static bool Holds(FilterNode.Test test, string? value) => test.Operator switch
    {
        "_null" => (value is null) == Flag(test),
        "_nnull" => (value is not null) == Flag(test),
        "_empty" => string.IsNullOrEmpty(value) == Flag(test),
        "_nempty" => !string.IsNullOrEmpty(value) == Flag(test),
        "_neq" => value != Text(test.Operand),
        "_nin" => value is not null && !List(test).Contains(value),
        "_in" => value is not null && List(test).Contains(value),
        "_eq" => value == Text(test.Operand),
        _ => value is not null && TextTest.Holds(test.Operator, value, Text(test.Operand)),
    };

    private static bool Flag(FilterNode.Test test) => test.Operand.ValueKind == JsonValueKind.True || Text(test.Operand) == "true";

    private static IEnumerable<string> List(FilterNode.Test test) => test.Operand.ValueKind == JsonValueKind.Array
        ? test.Operand.EnumerateArray().Select(Text)
        : Text(test.Operand).Split(',');

    private static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? Text(value) : null;

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
