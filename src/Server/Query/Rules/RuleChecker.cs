using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>Holds what a write gives against a rule, in memory: the rule of a permission, of a field, of a registration. What
/// is not given keeps every rule. Rules of relations look into the items that are nested in the write and never into the
/// database, so that a refusal tells nothing of stored rows.</summary>
internal sealed class RuleChecker(VariableResolver variables)
{
    private readonly RuleTest _test = new(variables);

    /// <summary>The tests that fail; of alternatives those of all, when none holds.</summary>
    public List<RuleFailure> Check(FilterNode rule, RuledItem item) => Check(rule, item, []);

    private List<RuleFailure> Check(FilterNode rule, RuledItem item, ImmutableArray<string> above) => rule switch
    {
        FilterNode.And and => [.. and.Terms.SelectMany(term => Check(term, item, above))],
        FilterNode.Or or => CheckAny(or.Terms, term => Check(term, item, above)),
        FilterNode.At at => CheckField(at.Field, at.Rule, item, above),
        _ => [],
    };

    private List<RuleFailure> CheckField(FieldPath field, FilterNode rule, RuledItem item, ImmutableArray<string> above) => rule switch
    {
        FilterNode.And and => [.. and.Terms.SelectMany(term => CheckField(field, term, item, above))],
        FilterNode.Or or => CheckAny(or.Terms, term => CheckField(field, term, item, above)),
        FilterNode.At inner => CheckNested(field, inner, item, above),
        FilterNode.Test test => [.. At(CheckValue(field, test, item), above, field)],
        // How many items of a list keep a rule is known to the database alone.
        _ => [],
    };

    private static List<RuleFailure> CheckAny(ImmutableArray<FilterNode> terms, Func<FilterNode, List<RuleFailure>> check)
    {
        var failures = new List<RuleFailure>();
        foreach (var term in terms)
        {
            var one = check(term);
            if (one.Count == 0) return [];
            failures.AddRange(one);
        }

        return failures;
    }

    // Whoever is told what a related item has to be gives that item; its key alone does not tell.
    private List<RuleFailure> CheckNested(FieldPath field, FilterNode.At rule, RuledItem item, ImmutableArray<string> above)
    {
        if (item.Find(field.Name) is not { } value) return [];
        return value.ValueKind == JsonValueKind.Object
            ? Check(rule, RuledItem.Of(value), above.Add(field.Name))
            : [.. At([RuleFailure.Required], above, field)];
    }

    private IEnumerable<RuleFailure> CheckValue(FieldPath field, FilterNode.Test test, RuledItem item)
    {
        var given = item.Has(field.Name);
        if (test.Operator.Test == FilterTest.Submitted) return given || !test.Affirms ? [] : [RuleFailure.Required];
        // Something is to be counted, and there is nothing.
        if (!given && field.Function == FieldFunctions.Count.Name) return [RuleFailure.Required];
        if (item.Find(field.Name) is not { } value) return [];
        if (field.Function is not { } function) return _test.Check(test, value);
        return FieldFunctions.Find(function)?.OfGiven(value) is { } number
            ? _test.Check(test, JsonSerializer.SerializeToElement(number))
            : [RuleFailure.Required];
    }

    private static IEnumerable<RuleFailure> At(IEnumerable<RuleFailure> failures, ImmutableArray<string> above, FieldPath field) =>
        failures.Select(failure => failure with { Fields = above.Add(field.ToString()) });
}
