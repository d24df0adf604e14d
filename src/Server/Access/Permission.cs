using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Variables;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>How far an action is permitted in a collection, as the caller is told.</summary>
/// <param name="Any">Whether it is permitted at all.</param>
/// <param name="Full">Whether each of the rules that permit it does so on all items.</param>
/// <param name="Fields">The fields; `*` for all.</param>
/// <param name="Presets">Values of fields that a write leaves out.</param>
internal sealed record Permission(bool Any, bool Full, ImmutableArray<string> Fields, ImmutableSortedDictionary<string, JsonElement> Presets)
{
    public static ImmutableArray<AccessAction> Actions { get; } =
        [AccessAction.Create, AccessAction.Read, AccessAction.Update, AccessAction.Delete, AccessAction.Share];

    /// <summary>The collections of which the caller may do anything.</summary>
    public static IEnumerable<Collection> Collections(Caller caller)
    {
        var names = caller.Access.Scopes.Select(scope => scope.Collection).ToHashSet(StringComparer.Ordinal);
        return caller.Schema.Collections.Where(collection => caller.Access.IsUnrestricted || names.Contains(collection.Name))
            .OrderBy(collection => collection.Name, StringComparer.Ordinal);
    }

    public static Permission Of(Caller caller, Collection collection, AccessAction action, DateTimeOffset now)
    {
        var rules = caller.Access.For(collection.Name, action);
        var presets = ImmutableSortedDictionary.CreateBuilder<string, JsonElement>(StringComparer.Ordinal);
        var variables = new VariableResolver(caller.VariablesAt(now));
        foreach (var (name, value) in rules.SelectMany(rule => rule.Presets))
            if (variables.Resolve(value) is { } resolved) presets[name] = resolved;
        // Some rule may give fewer fields than another does on the same item: on all items everything is permitted by all rules only.
        return new Permission(!rules.IsEmpty, !rules.IsEmpty
            && rules.All(rule => rule.Filter.IsAll), FieldsOf(collection, rules), presets.ToImmutable());
    }

    private static ImmutableArray<string> FieldsOf(Collection collection, ImmutableArray<AccessRule> rules) => rules.Any(rule => rule.AllFields)
        ? ["*"]
        : [.. collection.Fields.Select(field => field.Name).Where(name => rules.Any(rule => rule.Allows(name)))];
}
