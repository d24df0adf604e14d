using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Query.Variables;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>One operator of a rule on one value of a write. An operator that it does not know fails.</summary>
internal sealed class RuleTest(VariableResolver variables)
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(250);

    public IEnumerable<RuleFailure> Check(FilterNode.Test test, JsonElement value) => test.Operator switch
    {
        "_null" => IsNull(value) == TestPlanner.Flag(test) ? [] : [TestPlanner.Flag(test) ? RuleFailure.Null : RuleFailure.NotNull],
        "_nnull" => IsNull(value) != TestPlanner.Flag(test) ? [] : [TestPlanner.Flag(test) ? RuleFailure.NotNull : RuleFailure.Null],
        "_empty" => IsEmpty(value) == TestPlanner.Flag(test) ? [] : [new RuleFailure(TestPlanner.Flag(test) ? "empty" : "nempty")],
        "_nempty" => IsEmpty(value) != TestPlanner.Flag(test) ? [] : [new RuleFailure(TestPlanner.Flag(test) ? "nempty" : "empty")],
        "_eq" or "_neq" => Equal(Operands(test.Operand), value, negated: test.Operator == "_neq"),
        "_in" or "_nin" => OneOf(List(test.Operand), value, negated: test.Operator == "_nin"),
        "_lt" or "_lte" or "_gt" or "_gte" => Order(test.Operator[1..], Operands(test.Operand).FirstOrDefault(), value),
        "_between" => List(test.Operand) is [var low, var high] ? Order("gte", low, value).Concat(Order("lte", high, value)).DistinctBy(one => one.Type) : [new("between")],
        "_nbetween" => List(test.Operand) is [var low, var high] ? Outside(low, high, value) : [new("nbetween")],
        "_regex" => Matches(Operands(test.Operand).FirstOrDefault(), value),
        "_ieq" or "_nieq" => EqualIgnoringCase(test.Operator[1..], Operands(test.Operand).FirstOrDefault(), value),
        _ => Like(test.Operator, Operands(test.Operand).FirstOrDefault(), value),
    };

    // A variable without a value stands for null.
    private static IEnumerable<RuleFailure> Equal(List<JsonElement> operands, JsonElement value, bool negated) => operands switch
    {
        [] => EqualNull(value, negated),
        [var only] when IsNull(only) => EqualNull(value, negated),
        [var only] => RuleOrder.AreEqual(value, only) != negated ? [] : [RuleOrder.NumberAndText(only) is { } both
            ? new(negated ? "nin" : "in", Detail(negated), both)
            : new(negated ? "neq" : "eq", Detail(negated), RuleOrder.Plain(only))],
        _ => OneOf(operands, value, negated),
    };

    private static IEnumerable<RuleFailure> EqualNull(JsonElement value, bool negated) =>
        IsNull(value) != negated ? [] : [negated ? RuleFailure.NotNull : RuleFailure.Null];

    private static IEnumerable<RuleFailure> OneOf(List<JsonElement> operands, JsonElement value, bool negated)
    {
        if (operands.Any(operand => RuleOrder.AreEqual(value, operand)) != negated) return [];
        return operands is [var only]
            ? [new(negated ? "neq" : "eq", Detail(negated), only)]
            : [new(negated ? "nin" : "in", Detail(negated), JsonSerializer.SerializeToElement(operands))];
    }

    private static IEnumerable<RuleFailure> Order(string name, JsonElement operand, JsonElement value)
    {
        if (IsNull(value)) return [RuleFailure.Required];
        var order = operand.ValueKind == JsonValueKind.Undefined ? null : RuleOrder.Compare(value, operand);
        var holds = name switch { "lt" => order < 0, "lte" => order <= 0, "gt" => order > 0, _ => order >= 0 };
        return holds ? [] : [new(name, "valid", RuleOrder.Bound(operand))];
    }

    private static IEnumerable<RuleFailure> Outside(JsonElement low, JsonElement high, JsonElement value)
    {
        var (below, above) = (Order("lt", low, value).ToList(), Order("gt", high, value).ToList());
        return below.Count == 0 || above.Count == 0 ? [] : below.Concat(above).DistinctBy(one => one.Type);
    }

    private static IEnumerable<RuleFailure> EqualIgnoringCase(string name, JsonElement operand, JsonElement value)
    {
        var equal = operand.ValueKind != JsonValueKind.Undefined && !IsNull(value)
            && string.Equals(ValueParser.Text(value), ValueParser.Text(operand), StringComparison.OrdinalIgnoreCase);
        return equal == (name == "ieq") ? [] : [new(name, Detail(name != "ieq"), operand)];
    }

    private static IEnumerable<RuleFailure> Like(string name, JsonElement operand, JsonElement value)
    {
        if (IsNull(value)) return name is "_ncontains" or "_nicontains" ? [] : [RuleFailure.Required];
        var fits = operand.ValueKind != JsonValueKind.Undefined && TextTest.Holds(name, RuleOrder.Words(value), ValueParser.Text(operand));
        return fits ? [] : [new(name switch { "_icontains" => "contains", "_nicontains" => "ncontains", _ => name[1..] }, "substring", operand)];
    }

    private static IEnumerable<RuleFailure> Matches(JsonElement operand, JsonElement value)
    {
        if (IsNull(value)) return [RuleFailure.Required];
        var pattern = operand.ValueKind == JsonValueKind.Undefined ? "" : ValueParser.Text(operand);
        if (pattern.Length > 1 && pattern.StartsWith('/') && pattern.EndsWith('/')) pattern = pattern[1..^1];
        return IsMatch(ValueParser.Text(value), pattern) ? [] : [new("regex", "invalid", value)];
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

    private static string Detail(bool negated) => negated ? "invalid" : "valid";

    private static bool IsNull(JsonElement value) => value.ValueKind == JsonValueKind.Null;

    private static bool IsEmpty(JsonElement value) => value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8);
}
