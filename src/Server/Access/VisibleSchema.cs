using System.Collections.Immutable;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Access;

/// <summary>What of the schema a caller's rules reach for one action, whatever the rows: the collections, their fields, and the
/// relations of which both ends are reached. It tells what there is to ask for; what is asked is decided by the plan.</summary>
internal sealed class VisibleSchema(DatabaseSchema schema, AccessRules access, AccessAction action)
{
    private readonly ItemUses _use = action switch
    {
        AccessAction.Create => ItemUses.Create,
        AccessAction.Update => ItemUses.Update,
        AccessAction.Delete => ItemUses.Delete,
        _ => ItemUses.List,
    };

    public DatabaseSchema Schema => schema;

    public AccessAction Action => action;

    /// <summary>The collections, in the order of their names.</summary>
    public IEnumerable<Collection> Collections =>
        schema.Collections.Where(collection => Has(collection.Name)).OrderBy(collection => collection.Name, StringComparer.Ordinal);

    public bool Has(string collection) => SystemItems.Allow(collection, _use) && access.Allows(collection, action);

    public bool Has(Field field) => access.Allows(field.Collection, action, field.Name);

    /// <summary>Whether the field is reached on every row that is reached at all.</summary>
    public bool HasAlways(Field field) => access.For(field.Collection, action).All(rule => rule.Allows(field.Name));

    public IEnumerable<Field> Fields(Collection collection) => collection.Fields.Where(Has);

    /// <summary>The relation whose foreign key this field is; null when there is none, or an end is out of reach.</summary>
    public Relation? ToOne(Field field) =>
        schema.RelationOfMany(field.Collection, field.Name) is { } relation && Reaches(relation) ? relation : null;

    /// <summary>The relation that this field lists.</summary>
    public Relation? ToMany(Field field) =>
        field.IsAlias && schema.RelationOfOne(field.Collection, field.Name) is { } relation && Reaches(relation) ? relation : null;

    /// <summary>The collections that a many-to-any may lead to.</summary>
    public ImmutableArray<string> Targets(Relation relation) =>
        [.. relation.OneAllowedCollections.Where(name => schema.TryGetCollection(name, out _) && Has(name)).Distinct()];

    private bool Reaches(Relation relation)
    {
        if (!Has(relation.ManyCollection, relation.ManyField)) return false;
        if (relation.OneCollection is not { } one)
            return relation.OneCollectionField is { } by && Has(relation.ManyCollection, by) && !Targets(relation).IsEmpty;
        // The list on the other side counts by its name: that there is a field for it is not asked.
        return schema.TryGetCollection(one, out _) && Has(one) && (relation.OneField is not { } list || access.Allows(one, action, list));
    }

    private bool Has(string collection, string field) =>
        schema.TryGetCollection(collection, out var found) && found.TryGetField(field, out var known) && Has(known);
}
