using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;

namespace Directus.Grpc.Server.Access;

/// <summary>Puts values in the place of variables, where the rules of one identity are applied for another: the receiver of a
/// share reads by its creator's rules, in which `$CURRENT_USER` is the creator.</summary>
internal static class BoundVariables
{
    private const string Nobody = "$CURRENT_USER.id";

    public static AccessRules Bind(AccessRules rules, AccessAction action, PlanVariables variables)
    {
        if (rules.IsUnrestricted) return rules;
        var values = new VariableResolver(variables);
        return new AccessRules(rules.Scopes.Where(scope => scope.Action == action).ToDictionary(scope => scope,
            scope => rules.For(scope.Collection, action).Select(rule => rule with { Filter = Bind(rule.Filter, values) }).ToImmutableArray()));
    }

    private static FilterNode Bind(FilterNode node, VariableResolver values) => node switch
    {
        FilterNode.And and => new FilterNode.And([.. and.Terms.Select(term => Bind(term, values))]),
        FilterNode.Or or => new FilterNode.Or([.. or.Terms.Select(term => Bind(term, values))]),
        FilterNode.At at => at with { Rule = Bind(at.Rule, values) },
        FilterNode.Quantified some => some with { Rule = Bind(some.Rule, values) },
        FilterNode.Test test => test with { Operand = Bind(test, values) },
        _ => node,
    };

    private static JsonElement Bind(FilterNode.Test test, VariableResolver values)
    {
        if (test.Operand.ValueKind == JsonValueKind.Array)
            return JsonSerializer.SerializeToElement(test.Operand.EnumerateArray()
                .SelectMany(element => Names(element) ? values.ResolveMany(element) : [element]));
        if (!Names(test.Operand)) return test.Operand;
        var found = values.ResolveMany(test.Operand).ToList();
        if (found.Count == 1) return found[0];
        // Several values stay a list, for the operators that take one. Where there is none, a variable stands that has none
        // either: the receiver of a share is no user.
        return found.Count > 1 && test.Operator.Test == FilterTest.In ? JsonSerializer.SerializeToElement(found) : JsonText.String(Nobody);
    }

    // `$NOW` is the moment of the read.
    private static bool Names(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.String && operand.GetString()!.StartsWith("$CURRENT_", StringComparison.Ordinal);
}
