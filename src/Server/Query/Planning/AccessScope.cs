using System.Collections.Immutable;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>What the plan may reach: either the caller's rules for an action, or (for the filters of those very rules)
/// everything. Every name of a query is resolved here before any SQL exists.</summary>
public sealed class AccessScope
{
    private readonly PlanContext _context;
    private readonly AccessAction? _action;
    private readonly AccessScope? _rules;
    private readonly AccessScope? _above;
    private readonly string? _step;

    private AccessScope(AccessScope above, string step)
    {
        (_context, _action, _rules, OfRules) = (above._context, above._action, above._rules, above.OfRules);
        (_above, _step, Origin) = (above, step, above.Origin);
    }

    private AccessScope(PlanContext context, AccessAction? action, bool ofRules)
    {
        _context = context;
        _action = action;
        OfRules = ofRules;
        _rules = action is null ? null : new AccessScope(context, null, true);
        Origin = this;
    }

    /// <summary>What the caller may do.</summary>
    public static AccessScope Of(PlanContext context, AccessAction action) =>
        new(context, context.Access.IsUnrestricted ? null : action, false);

    /// <summary>Whether stored rules are being planned, which reach everything.</summary>
    public bool OfRules { get; }

    public PlanContext Context => _context;

    /// <summary>The scope of the collection's own items: the same for all that is planned for one caller and action.</summary>
    public AccessScope Origin { get; }

    // Looked up for refusals only.
    private string Place => _above is null ? "" : _above.Place is { Length: > 0 } above ? $"{above}.{_step}" : _step!;

    /// <summary>The same for what lies behind a relation: refusals tell the way there.</summary>
    public AccessScope In(string relation) => new(this, relation);

    /// <summary>Why the field cannot be had here.</summary>
    public DirectusException Refusal(string collection, string field) => DirectusException.ForbiddenIn(Place, collection, field);

    /// <summary>The collection, when the caller may reach some of its items.</summary>
    public Collection Collection(string name) =>
        _context.Schema.TryGetCollection(name, out var collection) && Reaches(name)
            ? collection
            : throw DirectusException.ForbiddenIn(Place, name);

    /// <summary>Whether relations may lead the caller there. What system collections keep to themselves no rights open.</summary>
    public bool Reaches(string collection) => OfRules
        || (SystemItems.Allow(collection, ItemUses.Follow) && (_action is null || _context.Access.Allows(collection, _action.Value)));

    public bool Reaches(string collection, string field) => _action is not { } action || _context.Access.Allows(collection, action, field);

    /// <summary>The field, when it exists and the caller may use it.</summary>
    public Field Field(Collection collection, string name) =>
        collection.TryGetField(name, out var field) && Reaches(collection.Name, name)
            ? field
            : throw Refusal(collection.Name, name);

    /// <summary>A column with the rows on which the caller may see it.</summary>
    public Operand Operand(SourceBuilder source, string alias, Collection collection, Field field) =>
        new(alias, field, Visibility(source, alias, collection, field));

    /// <summary>The key of an item as it stands for a list: where the caller may not see the list, nothing refers to it. What
    /// the list shows is granted by its own field; the foreign key of its items need not be.</summary>
    public Operand ListKey(SourceBuilder source, string alias, Collection collection, Field list) =>
        new(alias, collection.PrimaryKey, Visibility(source, alias, collection, list));

    /// <summary>The rows of the source that the caller may reach.</summary>
    public Predicate RowFilter(SourceBuilder source)
    {
        if (_action is null) return Predicate.True;
        var rules = Rules(source.Collection.Name);
        return Filters(source, source.Alias, source.Collection, rules);
    }

    /// <summary>The rows of which the caller may see one of these fields, as far as they are fields; null: any field.</summary>
    public Predicate RowFilterOfAny(SourceBuilder source, IReadOnlyCollection<string>? fields)
    {
        if (_action is null || fields is null) return RowFilter(source);
        var rules = Rules(source.Collection.Name).Where(rule => fields.Any(rule.Allows));
        return Filters(source, source.Alias, source.Collection, [.. rules]);
    }

    /// <summary>The rows on which the caller may reach all of these fields: each by a rule that matches the row.</summary>
    public Predicate RowFilter(SourceBuilder source, IEnumerable<string> fields)
    {
        if (_action is null) return Predicate.True;
        var rules = Rules(source.Collection.Name);
        Predicate[] each = [Filters(source, source.Alias, source.Collection, rules),
            .. fields.Select(field => Filters(source, source.Alias, source.Collection, [.. rules.Where(rule => rule.Allows(field))]))];
        return Predicate.All(each);
    }

    // A field that only some of the rules grant is seen only on the rows of those.
    private Predicate? Visibility(SourceBuilder source, string alias, Collection collection, Field field)
    {
        if (_action is null) return null;
        var rules = Rules(collection.Name);
        var granting = rules.Where(rule => rule.Allows(field.Name)).ToImmutableArray();
        if (granting.Length == rules.Length || granting.Any(rule => rule.Filter.IsAll)) return null;
        return Filters(source, alias, collection, granting);
    }

    private Predicate Filters(SourceBuilder source, string alias, Collection collection, ImmutableArray<AccessRule> rules)
    {
        if (rules.Any(rule => rule.Filter.IsAll)) return Predicate.True;
        var planner = new FilterPlanner(_rules!, source);
        return Predicate.Any([.. rules.Select(rule => planner.Plan(rule.Filter, alias, collection))]);
    }

    private ImmutableArray<AccessRule> Rules(string collection) => _context.Access.For(collection, _action!.Value);
}
