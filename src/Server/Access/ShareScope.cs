using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>The rights of a share's token: what its role and its creator both may read of the shared item and of the items
/// that it leads to. A linked item is in reach as long as the way to it is: every step goes by a field that both may read,
/// on an item that both may read. No way leads back to a collection that it came through, so that the author of a shared
/// article does not bring along all other articles; only the parents and children of an item within its own collection
/// are, for one step.</summary>
/// <param name="schema">The relations.</param>
/// <param name="role">What the share's role may read.</param>
/// <param name="creator">What the share's creator may read; its variables stand for the creator.</param>
internal sealed class ShareScope(DatabaseSchema schema, AccessRules role, AccessRules creator)
{
    // As far as Directus goes; the step through a junction to the item behind it counts with the one before.
    private const int MaxSteps = 2;

    // What the app asks to show an item: how it is set up, of the collections and fields that are in reach, and the project's texts.
    private static readonly string[] Setup =
        [SystemCollections.Collections, SystemCollections.Fields, SystemCollections.Relations, SystemCollections.Translations];

    private readonly Dictionary<(string, AccessAction), ImmutableArray<AccessRule>> _rules = [];

    public AccessRules Limit(Collection collection, string item)
    {
        var only = new FilterNode.At(new FieldPath(collection.PrimaryKey.Name),
            new FilterNode.Test(FilterOperators.Equal, JsonSerializer.SerializeToElement(item)));
        var shared = Add(collection, only);
        Follow(new ShareStep(collection, shared, null, [collection.Name], 0));
        foreach (var name in Setup) _rules[(name, AccessAction.Read)] = AccessRules.Everything;
        return new AccessRules(_rules);
    }

    private void Follow(ShareStep step)
    {
        foreach (var field in step.Collection.Fields)
        {
            var granting = step.Rules.Where(rule => rule.Allows(field.Name)).ToImmutableArray();
            if (granting.IsEmpty) continue;
            FilterNode reached = granting.Length == 1 ? granting[0].Filter : new FilterNode.Or([.. granting.Select(rule => rule.Filter)]);
            if (schema.RelationOfMany(step.Collection.Name, field.Name) is { } outward) FollowOut(step, outward, reached);
            else if (schema.RelationOfOne(step.Collection.Name, field.Name) is { } inward)
                Enter(step, inward.ManyCollection, inward, free: false, new FilterNode.At(new FieldPath(inward.ManyField), reached));
        }
    }

    private void FollowOut(ShareStep step, Relation relation, FilterNode reached)
    {
        var free = step.By?.JunctionField == relation.ManyField;
        var back = new FilterNode.At(new FieldPath($"{relation.ManyCollection},{relation.ManyField}", FieldPath.Follow),
            new FilterNode.Quantified(false, reached));
        foreach (var target in relation.OneCollection is { } one ? [one] : relation.OneAllowedCollections) Enter(step, target, relation, free, back);
    }

    private void Enter(ShareStep from, string name, Relation by, bool free, FilterNode condition)
    {
        var steps = free ? from.Steps : from.Steps + 1;
        var itself = name == from.Collection.Name;
        if (steps > MaxSteps || (from.Passed.Contains(name) && !itself) || !schema.TryGetCollection(name, out var target)) return;
        var rules = Add(target, condition);
        if (!itself && !rules.IsEmpty) Follow(new ShareStep(target, rules, by, from.Passed.Add(name), steps));
    }

    // On the rows of the condition, what a rule of the role and one of the creator both grant.
    private ImmutableArray<AccessRule> Add(Collection collection, FilterNode condition)
    {
        var rules = from own in role.For(collection.Name, AccessAction.Read)
                    from given in creator.For(collection.Name, AccessAction.Read)
                    select Both(own, given, condition);
        ImmutableArray<AccessRule> granted = [.. rules.Where(rule => rule.Fields.Count > 0)];
        var key = (collection.Name, AccessAction.Read);
        if (!granted.IsEmpty) _rules[key] = _rules.GetValueOrDefault(key, []).AddRange(granted);
        return granted;
    }

    private static AccessRule Both(AccessRule own, AccessRule given, FilterNode condition)
    {
        var fields = own.AllFields ? given.Fields : given.AllFields ? own.Fields : own.Fields.Intersect(given.Fields).ToFrozenSet();
        return new AccessRule(new FilterNode.And([condition, own.Filter, given.Filter]), fields, FilterNode.All,
            ImmutableDictionary<string, JsonElement>.Empty);
    }

    /// <summary>A place on the way from a shared item to what it leads to.</summary>
    /// <param name="Collection">Where the way has come.</param>
    /// <param name="Rules">What may be read there of the items on this way.</param>
    /// <param name="By">The relation that it came by; null for the shared item itself.</param>
    /// <param name="Passed">The collections on the way, this one included.</param>
    /// <param name="Steps">How many steps count so far.</param>
    private sealed record ShareStep(Collection Collection, ImmutableArray<AccessRule> Rules, Relation? By, ImmutableHashSet<string> Passed,
        int Steps);
}
