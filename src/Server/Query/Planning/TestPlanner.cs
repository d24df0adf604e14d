using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>One operator with its operand → Predicate on a column.</summary>
/// <param name="variables">Values of the dynamic variables.</param>
/// <param name="ofRules">Whether the filter is a stored rule: there an empty list is no mistake, it matches nothing.</param>
public sealed class TestPlanner(PlanVariables variables, bool ofRules)
{
    private readonly VariableResolver _variables = new(variables, ofRules);

    public Predicate Plan(FilterNode.Test test, Operand left)
    {
        var (known, negated) = (test.Operator, test.Operator.Negated);
        if (!known.Fits(left.ValueField))
            throw DirectusException.InvalidQuery($"\"{known}\" doesn't fit field \"{left.Field.Name}\" of type \"{left.ValueField.Type}\"");
        return known.Test switch
        {
            FilterTest.Null => Holds(new Predicate.IsNull(left), test.Affirms),
            FilterTest.Empty => Holds(new Predicate.IsEmpty(left), test.Affirms),
            FilterTest.Equal => negated ? NotEqual(test, left) : Equal(test, left),
            FilterTest.Less => Compare(test, left, Comparison.Less),
            FilterTest.LessOrEqual => Compare(test, left, Comparison.LessOrEqual),
            FilterTest.Greater => Compare(test, left, Comparison.Greater),
            FilterTest.GreaterOrEqual => Compare(test, left, Comparison.GreaterOrEqual),
            FilterTest.In => negated ? NotIn(test, left) : In(test, left),
            FilterTest.Between => Between(test, left) is { IsFalse: false } between ? Holds(between, !negated) : Predicate.False,
            FilterTest.Contains => Like(test, left, TextMatch.Contains),
            FilterTest.StartsWith => Like(test, left, TextMatch.StartsWith),
            FilterTest.EndsWith => Like(test, left, TextMatch.EndsWith),
            FilterTest.Intersects => Intersects(test, left, boxes: false),
            FilterTest.IntersectsBox => Intersects(test, left, boxes: true),
            _ => throw new InvalidOperationException($"No field has \"{known}\"."),
        };
    }

    private static Predicate Holds(Predicate test, bool holds) => holds ? test : new Predicate.Not(test);

    private static Predicate Intersects(FilterNode.Test test, Operand left, bool boxes) =>
        GeoJson.TryParse(test.Operand, FieldType.Geometry, out var shape)
        ? Holds(new Predicate.Intersects(left, shape, boxes), !test.Operator.Negated)
        : throw DirectusException.InvalidQuery($"\"{test.Operator}\" has to be a valid GeoJSON object");

    private Predicate Equal(FilterNode.Test test, Operand left)
    {
        if (IsNull(test.Operand)) return new Predicate.IsNull(left);
        // A variable without a value (no user, no role) equals nothing, not even null.
        return Value(test, left.ValueField) is { } value ? new Predicate.Compare(left, Comparison.Equal, value) : Predicate.False;
    }

    private Predicate NotEqual(FilterNode.Test test, Operand left)
    {
        if (IsNull(test.Operand)) return new Predicate.Not(new Predicate.IsNull(left));
        return Value(test, left.ValueField) is { } value
            ? new Predicate.Compare(left, Comparison.NotEqual, value)
            : Holds(new Predicate.IsNull(left), false);
    }

    private Predicate Compare(FilterNode.Test test, Operand left, Comparison comparison) =>
        Value(test, left.ValueField) is { } value ? new Predicate.Compare(left, comparison, value) : Predicate.False;

    private Predicate In(FilterNode.Test test, Operand left)
    {
        if (test.Operand.ValueKind == JsonValueKind.Null) return Predicate.False;
        var values = Values(test, left.ValueField);
        return values.IsEmpty ? Predicate.False : new Predicate.In(left, values);
    }

    // As in SQL: of null nobody knows whether it is another value.
    private Predicate NotIn(FilterNode.Test test, Operand left)
    {
        if (test.Operand.ValueKind == JsonValueKind.Null) return Predicate.False;
        if (test.Operand.ValueKind == JsonValueKind.Array && test.Operand.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.Null))
            return Predicate.False;
        var values = Values(test, left.ValueField);
        return values.IsEmpty ? Predicate.True : new Predicate.Not(new Predicate.In(left, values));
    }

    private Predicate Between(FilterNode.Test test, Operand left)
    {
        var values = Values(test, left.ValueField);
        // Bounds that a variable leaves open hold nothing.
        if (values.Length < 2 && ofRules) return Predicate.False;
        if (values.Length != 2) throw DirectusException.InvalidQuery($"\"{test.Operator}\" takes two values");
        return new Predicate.Between(left, values[0]!, values[1]!);
    }

    private Predicate Like(FilterNode.Test test, Operand left, TextMatch match)
    {
        if (test.Operand.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            throw DirectusException.InvalidQuery($"\"{test.Operator}\" takes one value");
        if (_variables.Resolve(test.Operand) is not { } operand) return Predicate.False;
        var text = ValueParser.Text(operand);
        if (text.Length == 0) throw DirectusException.InvalidQuery($"\"{test.Operator}\" needs a value");
        return Holds(new Predicate.Like(left, match, text, test.Operator.IgnoresCase), !test.Operator.Negated);
    }

    private static bool IsNull(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.Null || (operand.ValueKind == JsonValueKind.String && operand.ValueEquals("null"));

    private object? Value(FilterNode.Test test, Field field)
    {
        if (test.Operand.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined)
            throw DirectusException.InvalidQuery($"\"{test.Operator}\" takes one value");
        return _variables.Resolve(test.Operand) is { } operand ? Typed(test, field, operand) : null;
    }

    // From a query string a list is one text with commas.
    private ImmutableArray<object?> Values(FilterNode.Test test, Field field)
    {
        IEnumerable<JsonElement> operands = test.Operand.ValueKind switch
        {
            JsonValueKind.Array => test.Operand.EnumerateArray().SelectMany(_variables.ResolveMany),
            JsonValueKind.String when _variables.IsVariable(test.Operand) => _variables.ResolveMany(test.Operand),
            JsonValueKind.String =>
                test.Operand.GetString()!.Split(',').SelectMany(part => _variables.ResolveMany(JsonSerializer.SerializeToElement(part))),
            JsonValueKind.Number => [test.Operand],
            _ => throw DirectusException.InvalidQuery($"\"{test.Operator}\" takes a list of values"),
        };
        if (!ofRules && test.Operand.ValueKind == JsonValueKind.Array && test.Operand.GetArrayLength() == 0)
            throw DirectusException.InvalidQuery($"\"{test.Operator}\" needs a value");
        return [.. operands.Where(operand => operand.ValueKind != JsonValueKind.Null)
            .Select(operand => Typed(test, field, operand, emptyText: field.Kind == SqlKind.Text))];
    }

    private static object? Typed(FilterNode.Test test, Field field, JsonElement operand, bool emptyText = false)
    {
        if (!emptyText && operand.ValueKind == JsonValueKind.String && operand.GetString()!.Length == 0)
            throw DirectusException.InvalidQuery($"\"{test.Operator}\" needs a value");
        var problem = ValueParser.TryParseOperand(field, operand, out var value);
        // A value longer than the column is simply not there.
        if (problem is ValueProblem.None or ValueProblem.TooLong) return value;
        throw DirectusException.InvalidQuery($"\"{test.Operator}\" has no value that fits field \"{field.Name}\" of type \"{field.Type}\"");
    }
}
