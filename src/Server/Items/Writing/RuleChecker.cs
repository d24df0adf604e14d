using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Checks the values of a write against a filter, in memory. A test that it does not know fails.</summary>
internal sealed class RuleChecker(VariableResolver variables)
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(250);

    /// <param name="rule">What has to hold.</param>
    /// <param name="row">The values that are written.</param>
    /// <param name="whole">Whether the row is a whole item; of a part of one only the fields it holds are checked.</param>
    /// <param name="failures">Takes one entry per test that fails.</param>
    public void Check(FilterNode rule, WriteRow row, bool whole, List<DirectusError> failures)
    {
        switch (rule)
        {
            case FilterNode.And and:
                foreach (var term in and.Terms) Check(term, row, whole, failures);
                break;
            case FilterNode.Or or: CheckAny(or, row, whole, failures); break;
            case FilterNode.At { Rule: FilterNode.Test test } at: CheckTest(at.Field.Name, test, row, whole, failures); break;
            case FilterNode.At { Rule: FilterNode.And inner } at:
                foreach (var term in inner.Terms) Check(new FilterNode.At(at.Field, term), row, whole, failures);
                break;
            case FilterNode.At { Rule: FilterNode.Or inner } at:
                CheckAny(new FilterNode.Or([.. inner.Terms.Select(term => new FilterNode.At(at.Field, term))]), row, whole, failures);
                break;
            default: throw DirectusException.Forbidden();
        }
    }

    private void CheckAny(FilterNode.Or or, WriteRow row, bool whole, List<DirectusError> failures)
    {
        if (or.Terms.IsEmpty) return;
        var all = new List<DirectusError>();
        foreach (var term in or.Terms)
        {
            var one = new List<DirectusError>();
            Check(term, row, whole, one);
            if (one.Count == 0) return;
            all.AddRange(one);
        }

        failures.AddRange(all);
    }

    private void CheckTest(string name, FilterNode.Test test, WriteRow row, bool whole, List<DirectusError> failures)
    {
        if (row.Collection.TryGetField(name, out var expected) && row.Expects(expected)) return;
        JsonElement? value = row.Collection.TryGetField(name, out var field) ? row.Asked(field) : null;
        if (value is null && (!whole || field?.Column is { HasDefault: true })) return;
        if (Holds(test, value is { ValueKind: JsonValueKind.Null } ? null : value)) return;
        var type = test.Operator.TrimStart('_');
        failures.Add(WriteErrors.Failed(name, type, $"Value doesn't keep the rule \"{type}\".", [.. Details(type, test, value)]));
    }

    // What the client is told: what would have been valid, what is not, or the value itself.
    private static IEnumerable<(string, object?)> Details(string type, FilterNode.Test test, JsonElement? value) => type switch
    {
        "null" or "nnull" or "empty" or "nempty" => [],
        "regex" => [("invalid", value)],
        "contains" or "ncontains" or "icontains" or "starts_with" or "ends_with" or "nstarts_with" or "nends_with" => [("substring", test.Operand)],
        "neq" or "nin" or "nbetween" => [("invalid", test.Operand)],
        _ => [("valid", test.Operand)],
    };

    private bool Holds(FilterNode.Test test, JsonElement? value)
    {
        var operand = test.Operand.ValueKind == JsonValueKind.Array ? test.Operand : variables.Resolve(test.Operand);
        return test.Operator switch
        {
            "_null" => TestPlanner.Flag(test) == value is null,
            "_nnull" => TestPlanner.Flag(test) == value is not null,
            "_empty" => TestPlanner.Flag(test) == IsEmpty(value),
            "_nempty" => TestPlanner.Flag(test) != IsEmpty(value),
            "_eq" => value is null ? operand is { ValueKind: JsonValueKind.Null } : operand is { } other && Compare(value.Value, other) == 0,
            "_neq" => value is null ? operand is not { ValueKind: JsonValueKind.Null } : operand is { } other && Compare(value.Value, other) is not (0 or null),
            "_in" => value is { } one && List(test).Any(other => Compare(one, other) == 0),
            "_nin" => value is { } one && List(test).All(other => Compare(one, other) != 0),
            "_lt" => Order(value, operand) < 0,
            "_lte" => Order(value, operand) <= 0,
            "_gt" => Order(value, operand) > 0,
            "_gte" => Order(value, operand) >= 0,
            "_between" => List(test) is [var low, var high] && Order(value, low) >= 0 && Order(value, high) <= 0,
            "_nbetween" => List(test) is [var low, var high] && (Order(value, low) < 0 || Order(value, high) > 0),
            "_regex" => value is { } text && operand is { } pattern && IsMatch(ValueParser.Text(text), ValueParser.Text(pattern)),
            _ => value is { } text && operand is { } part && TextTest.Holds(test.Operator, ValueParser.Text(text), ValueParser.Text(part)),
        };
    }

    // A pattern written by an administrator may still run wild on some text: then the value is refused.
    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, RegexTimeout);
        }
        catch (Exception error) when (error is RegexMatchTimeoutException or ArgumentException)
        {
            return false;
        }
    }

    private List<JsonElement> List(FilterNode.Test test) => test.Operand.ValueKind == JsonValueKind.Array
        ? [.. test.Operand.EnumerateArray().SelectMany(variables.ResolveMany)]
        : [.. variables.ResolveMany(test.Operand)];

    private static bool IsEmpty(JsonElement? value) => value is null || value.Value.ValueKind switch
    {
        JsonValueKind.String => value.Value.GetString()!.Length == 0,
        JsonValueKind.Array => value.Value.GetArrayLength() == 0,
        _ => false,
    };

    private static int? Order(JsonElement? value, JsonElement? operand) => value is { } left && operand is { } right ? Compare(left, right) : null;

    // As numbers when both are, as texts otherwise: ISO dates order as texts do.
    private static int? Compare(JsonElement left, JsonElement right)
    {
        var (a, b) = (ValueParser.Text(left), ValueParser.Text(right));
        if (decimal.TryParse(a, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            && decimal.TryParse(b, NumberStyles.Float, CultureInfo.InvariantCulture, out var y)) return x.CompareTo(y);
        return Math.Sign(string.CompareOrdinal(a, b));
    }
}
