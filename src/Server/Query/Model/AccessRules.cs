using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Directus.Grpc.Server.Query.Model;

public enum AccessAction
{
    Create,
    Read,
    Update,
    Delete,
    Share,
}

/// <summary>One permission: on the items that <paramref name="Filter"/> matches, these fields.</summary>
/// <param name="Filter">Row filter; its dynamic variables are resolved when a plan is made.</param>
/// <param name="Fields">Allowed fields; `*` for all.</param>
/// <param name="Validation">Rule that a written item must keep.</param>
/// <param name="Presets">Values for fields that a created or updated item leaves out.</param>
public sealed record AccessRule(FilterNode Filter, FrozenSet<string> Fields, FilterNode Validation,
    ImmutableDictionary<string, JsonElement> Presets)
{
    public bool AllFields => Fields.Contains("*");

    public bool Allows(string field) => AllFields || Fields.Contains(field);
}

/// <summary>What a principal may do, compiled once. No rules for a collection and action means: not at all.</summary>
public sealed class AccessRules
{
    /// <summary>One rule, for every item and field.</summary>
    public static ImmutableArray<AccessRule> Everything { get; } =
        [new AccessRule(FilterNode.All, FrozenSet.Create("*"), FilterNode.All, ImmutableDictionary<string, JsonElement>.Empty)];

    private readonly FrozenDictionary<(string Collection, AccessAction Action), ImmutableArray<AccessRule>> _rules;

    private AccessRules(bool unrestricted, FrozenDictionary<(string, AccessAction), ImmutableArray<AccessRule>> rules)
    {
        IsUnrestricted = unrestricted;
        _rules = rules;
    }

    public AccessRules(IReadOnlyDictionary<(string, AccessAction), ImmutableArray<AccessRule>> rules)
        : this(false, rules.ToFrozenDictionary())
    {
    }

    /// <summary>These rules and no others.</summary>
    public static AccessRules Only(string collection, AccessAction action, IEnumerable<AccessRule> rules) =>
        new(new Dictionary<(string, AccessAction), ImmutableArray<AccessRule>> { [(collection, action)] = [.. rules] });

    /// <summary>The rules of an administrator.</summary>
    public static AccessRules Unrestricted { get; } = new(true, FrozenDictionary<(string, AccessAction), ImmutableArray<AccessRule>>.Empty);

    public bool IsUnrestricted { get; }

    /// <summary>The collections and actions for which there are rules; of an administrator none, who needs none.</summary>
    public ImmutableArray<(string Collection, AccessAction Action)> Scopes => _rules.Keys;

    /// <summary>The rules that unite for a collection and an action; empty when there is none.</summary>
    public ImmutableArray<AccessRule> For(string collection, AccessAction action) =>
        IsUnrestricted ? Everything : _rules.GetValueOrDefault((collection, action), []);

    public bool Allows(string collection, AccessAction action) => !For(collection, action).IsEmpty;

    /// <summary>Whether some rule grants the field, on whatever rows.</summary>
    public bool Allows(string collection, AccessAction action, string field)
    {
        foreach (var rule in For(collection, action))
            if (rule.Allows(field)) return true;
        return false;
    }
}
