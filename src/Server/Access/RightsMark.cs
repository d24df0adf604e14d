using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Access;

/// <summary>A short text that is equal for callers who may do the same things with the same fields, on whatever rows.</summary>
internal static class RightsMark
{
    private static readonly ConditionalWeakTable<AccessRules, string> Known = [];

    public static string Of(AccessRules access) => access.IsUnrestricted ? "*" : Known.GetValue(access, Make);

    private static string Make(AccessRules access)
    {
        var text = new StringBuilder();
        foreach (var (collection, action) in access.Scopes.OrderBy(scope => scope.Collection, StringComparer.Ordinal).ThenBy(scope => scope.Action))
        {
            var rules = access.For(collection, action);
            if (rules.IsEmpty) continue;
            // No name of a database holds the character NUL.
            text.Append(collection).Append('\0').Append(action);
            Append(text, rules.Any(rule => rule.AllFields) ? ["*"] : rules.SelectMany(rule => rule.Fields));
            // Those that are there on every row.
            Append(text, rules.All(rule => rule.AllFields) ? ["*"] : Always(rules));
            text.Append('\0').Append('\0');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<string> Always(ImmutableArray<AccessRule> rules) =>
        rules.SelectMany(rule => rule.Fields).Where(field => field != "*" && rules.All(rule => rule.Allows(field)));

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.Append('\0').AppendJoin('\0', fields.Distinct().Order(StringComparer.Ordinal)).Append('\0');
}
