using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Query.Variables;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>One operator of a rule on one value of a write. An operator that it does not know fails.</summary>
internal sealed class RuleTest(VariableResolver variables)
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(250);

    public IEnumerable<RuleFailure> Check(FilterNode.Test test, JsonElement value)
    {
        var (known, operand) = (test.Operator, test.Operand);
        return known.Test switch
        {
            FilterTest.Null => EqualNull(value, !test.Affirms),
            FilterTest.Empty => IsEmpty(value) == test.Affirms ? [] : [test.Affirms ? RuleFailure.Empty : RuleFailure.NotEmpty],
            FilterTest.Equal when known.IgnoresCase => EqualInAnyCase(known, First(operand), value),
            FilterTest.Equal => Equal(Operands(operand), value, known.Negated),
            FilterTest.In => OneOf(List(operand), value, known.Negated),
            FilterTest.Less or FilterTest.LessOrEqual or FilterTest.Greater or FilterTest.GreaterOrEqual => Order(known, First(operand), value),
            FilterTest.Between => List(operand) is [var low, var high] ? Between(low, high, value, known.Negated) : [new RuleFailure(known)],
            FilterTest.Matches => Matches(known, First(operand), value),
            _ => Like(known, First(operand), value),
        };
    }

    // A variable without a value stands for null.
    private static IEnumerable<RuleFailure> Equal(List<JsonElement> operands, JsonElement value, bool negated) => operands switch
    {
        [] => EqualNull(value, negated),
        [var only] when IsNull(only) => EqualNull(value, negated),
        [var only] => RuleOrder.AreEqual(value, only) != negated ? [] : [RuleOrder.NumberAndText(only) is { } both
            ? ValueFailure(FilterOperators.In, both, negated)
            : ValueFailure(FilterOperators.Equal, RuleOrder.Plain(only), negated)],
        _ => OneOf(operands, value, negated),
    };

    private static IEnumerable<RuleFailure> EqualNull(JsonElement value, bool negated) =>
        IsNull(value) != negated ? [] : [negated ? RuleFailure.NotNull : RuleFailure.Null];

    private static IEnumerable<RuleFailure> OneOf(List<JsonElement> operands, JsonElement value, bool negated)
    {
        if (operands.Any(operand => RuleOrder.AreEqual(value, operand)) != negated) return [];
        return operands is [var only]
            ? [ValueFailure(FilterOperators.Equal, only, negated)]
            : [ValueFailure(FilterOperators.In, JsonSerializer.SerializeToElement(operands), negated)];
    }

    private static IEnumerable<RuleFailure> Order(FilterOperator known, JsonElement operand, JsonElement value)
    {
        if (IsNull(value)) return [RuleFailure.Required];
        var order = operand.ValueKind == JsonValueKind.Undefined ? null : RuleOrder.Compare(value, operand);
        var holds = known.Test switch
        {
            FilterTest.Less => order < 0,
            FilterTest.LessOrEqual => order <= 0,
            FilterTest.Greater => order > 0,
            _ => order >= 0,
        };
        return holds ? [] : [new RuleFailure(known, "valid", RuleOrder.Bound(operand))];
    }

    private static IEnumerable<RuleFailure> Between(JsonElement low, JsonElement high, JsonElement value, bool negated)
    {
        var below = Order(negated ? FilterOperators.Less : FilterOperators.GreaterOrEqual, low, value).ToList();
        var above = Order(negated ? FilterOperators.Greater : FilterOperators.LessOrEqual, high, value).ToList();
        // Outside is on either side.
        return negated && (below.Count == 0 || above.Count == 0) ? [] : below.Concat(above).DistinctBy(one => one.Type);
    }

    private static IEnumerable<RuleFailure> EqualInAnyCase(FilterOperator known, JsonElement operand, JsonElement value)
    {
        var equal = operand.ValueKind != JsonValueKind.Undefined && !IsNull(value)
            && string.Equals(ValueParser.Text(value), ValueParser.Text(operand), StringComparison.OrdinalIgnoreCase);
        return equal != known.Negated ? [] : [new RuleFailure(known, Detail(known.Negated), operand)];
    }

    private static IEnumerable<RuleFailure> Like(FilterOperator known, JsonElement operand, JsonElement value)
    {
        var contains = known.Test == FilterTest.Contains;
        if (IsNull(value)) return contains && known.Negated ? [] : [RuleFailure.Required];
        if (operand.ValueKind != JsonValueKind.Undefined && Fits(known, RuleOrder.Words(value), ValueParser.Text(operand))) return [];
        var told = !contains ? known : known.Negated ? FilterOperators.NotContains : FilterOperators.Contains;
        return [new RuleFailure(told, "substring", operand)];
    }

    private static bool Fits(FilterOperator known, string text, string part)
    {
        var comparison = known.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        bool? found = known.Test switch
        {
            FilterTest.Contains => text.Contains(part, comparison),
            FilterTest.StartsWith => text.StartsWith(part, comparison),
            FilterTest.EndsWith => text.EndsWith(part, comparison),
            _ => null,
        };
        return found is { } there && there != known.Negated;
    }

    private static IEnumerable<RuleFailure> Matches(FilterOperator known, JsonElement operand, JsonElement value)
    {
        if (IsNull(value)) return [RuleFailure.Required];
        var pattern = operand.ValueKind == JsonValueKind.Undefined ? "" : ValueParser.Text(operand);
        if (pattern.Length > 1 && pattern.StartsWith('/') && pattern.EndsWith('/')) pattern = pattern[1..^1];
        return IsMatch(ValueParser.Text(value), pattern) ? [] : [new RuleFailure(known, "invalid", value)];
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

    private JsonElement First(JsonElement operand) => Operands(operand).FirstOrDefault();

    private List<JsonElement> Operands(JsonElement operand) => operand.ValueKind is JsonValueKind.Array or JsonValueKind.Object
        ? [operand]
        : [.. variables.ResolveMany(operand)];

    // Lists may be texts with commas.
    private List<JsonElement> List(JsonElement operand) => operand.ValueKind switch
    {
        JsonValueKind.Array => [.. operand.EnumerateArray().SelectMany(Operands)],
        JsonValueKind.String when !variables.IsVariable(operand) =>
            [.. operand.GetString()!.Split(',').SelectMany(part => Operands(JsonSerializer.SerializeToElement(part.Trim())))],
        _ => Operands(operand),
    };

    private static RuleFailure ValueFailure(FilterOperator known, JsonElement operand, bool negated) =>
        new(!negated ? known : known == FilterOperators.Equal ? FilterOperators.NotEqual : FilterOperators.NotIn, Detail(negated), operand);

    private static string Detail(bool negated) => negated ? "invalid" : "valid";

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;

    private static bool IsEmpty(JsonElement value) => value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8);
}
