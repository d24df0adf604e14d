using System.Collections.Frozen;
using System.Collections.Immutable;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.LegacyV11.Accounts;
using Directus.Grpc.Server.Edges.LegacyV11.Activity;
using Directus.Grpc.Server.Edges.LegacyV11.Files;
using Directus.Grpc.Server.Edges.LegacyV11.Values;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>The tables of API v1.1 by their names: each collection of the project, and the system's under their old names.</summary>
internal static class LegacyTables
{
    private static readonly FrozenDictionary<string, Func<Caller, LegacyTable>> System = new Dictionary<string, Func<Caller, LegacyTable>>
    {
        [UserTable.Name] = UserTable.Of,
        [FileTable.Name] = FileTable.Of,
        [GroupTable.Name] = GroupTable.Of,
        [ActivityTable.Name] = ActivityTable.Of,
    }.ToFrozenDictionary();

    // The collections of the system that rows lead to, and their old names.
    private static readonly FrozenDictionary<string, string> OldNames = new Dictionary<string, string>
    {
        [SystemCollections.Users] = "directus_users", [SystemCollections.Files] = "directus_files", [SystemCollections.Roles] = "directus_groups",
    }.ToFrozenDictionary();

    /// <summary>A table whose rows the caller may read; 404 for all others.</summary>
    public static LegacyTable Readable(Caller caller, string name) => Find(caller, name) ?? throw LegacyErrors.Table(name);

    /// <summary>A table that rows may be written to: with every column that it has, whose rights are looked at when they are written.
    /// 404 when the caller may do nothing there at all.</summary>
    public static LegacyTable Writable(Caller caller, string name)
    {
        if (System.TryGetValue(name, out var system)) return system(caller);
        if (!caller.Schema.TryGetCollection(name, out var collection) || collection.IsSystem || !MayAny(caller, name)) throw LegacyErrors.Table(name);
        return Of(caller, collection, collection.Fields, field => field.IsAlias ? Many(caller.Schema, field) : One(caller.Schema, field));
    }

    /// <summary>A table as the caller sees it; null when it is none to them.</summary>
    public static LegacyTable? Find(Caller caller, string name)
    {
        if (System.TryGetValue(name, out var system))
            return system(caller) is var table && caller.Access.Allows(table.Collection, AccessAction.Read) ? table : null;
        if (!caller.Schema.TryGetCollection(name, out var collection) || collection.IsSystem) return null;
        var visible = new VisibleSchema(caller.Schema, caller.Access, AccessAction.Read);
        return visible.Has(name) ? Of(caller, collection, visible.Fields(collection), field => Relation(visible, field)) : null;
    }

    /// <summary>The names of the tables that the caller may read, in their order; the system's come last, where they are asked for.</summary>
    public static IEnumerable<string> Names(Caller caller, bool system) =>
    [
        .. new VisibleSchema(caller.Schema, caller.Access, AccessAction.Read).Collections.Where(collection => !collection.IsSystem)
            .Select(collection => collection.Name),
        .. System.Keys.Where(name => system && Find(caller, name) is not null).Order(StringComparer.Ordinal),
    ];

    /// <summary>The collection of a table, by either name; null when there is none.</summary>
    public static Collection? Collection(DatabaseSchema schema, string name)
    {
        var own = OldNames.FirstOrDefault(old => old.Value == name).Key ?? name;
        if (!schema.TryGetCollection(own, out var collection)) return null;
        return collection.IsSystem && !OldNames.ContainsKey(own) ? null : collection;
    }

    /// <summary>The fields of a collection in the order of the old API: by their place, then as they are.</summary>
    public static IEnumerable<Field> InOrder(IEnumerable<Field> fields) => fields.OrderBy(field => (int?)field.Meta?["sort"] ?? int.MaxValue);

    /// <summary>The fields that the project gave to a collection of the system, as far as the caller may read them.</summary>
    public static IEnumerable<LegacyColumn> Custom(Caller caller, string collection)
    {
        var visible = new VisibleSchema(caller.Schema, caller.Access, AccessAction.Read);
        return InOrder(visible.Fields(caller.Schema[collection]).Where(field => !field.IsSystem))
            .Select(field => Column(caller, field, Relation(visible, field))).Where(column => !column.Field!.IsAlias || column.Relation is not null);
    }

    private static LegacyTable Of(Caller caller, Collection collection, IEnumerable<Field> fields, Func<Field, LegacyRelation?> relation)
    {
        var columns = InOrder(fields).Select(field => Column(caller, field, relation(field)))
            .Where(column => !column.Field!.IsAlias || column.Relation is not null).ToImmutableArray();
        var status = RowStatus.Of(collection) is { } known && columns.Any(column => column.Field == known.Field) ? known : null;
        return new LegacyTable(collection.Name, collection.Name, columns)
        {
            Key = Column(caller, collection.PrimaryKey, null),
            Status = status,
            StatusCondition = status is null ? null : status.Condition,
            Order = new SortTerm([new FieldPath(collection.SortField ?? collection.PrimaryKey.Name)], Descending: false),
        };
    }

    // A column that shows a field as its type says, and keys of the system's tables as these do.
    private static LegacyColumn Column(Caller caller, Field field, LegacyRelation? relation)
    {
        var isKey = field.Type == FieldType.Uuid && relation is { Many: false, IsSystem: true };
        var form = !isKey ? ValueForms.Of(field) : relation!.Table == GroupTable.Name ? GroupKey.Form(caller) : ValueForms.Alias;
        return new LegacyColumn(field.Name, field.Name, form) { Field = field, Relation = relation };
    }

    private static LegacyRelation? Relation(VisibleSchema visible, Field field) => field.IsAlias
        ? visible.ToMany(field) is not null ? Many(visible.Schema, field, visible) : null
        : visible.ToOne(field) is not null ? One(visible.Schema, field) : null;

    private static LegacyRelation? One(DatabaseSchema schema, Field field) =>
        schema.RelationOfMany(field.Collection, field.Name) is { OneCollection: { } one } && NameOf(one) is { } name
            ? new LegacyRelation(name)
            : null;

    // Through a junction when it is said to be one; what it leads to may be out of reach, or any collection: then there is no list.
    private static LegacyRelation? Many(DatabaseSchema schema, Field field, VisibleSchema? visible = null)
    {
        if (schema.RelationOfOne(field.Collection, field.Name) is not { } relation) return null;
        if (!field.Has(FieldSpecials.M2M | FieldSpecials.Files))
            return NameOf(relation.ManyCollection) is { } name ? new LegacyRelation(name, true) : null;
        if (relation.JunctionField is not { } far || !schema[relation.ManyCollection].TryGetField(far, out var key)) return null;
        if (visible is not null && visible.ToOne(key) is null) return null;
        return One(schema, key) is { } to ? new LegacyRelation(to.Table, true, far) : null;
    }

    /// <summary>The name of a collection's table; null for those of the system that have none.</summary>
    public static string? NameOf(string collection) =>
        collection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal)
            ? OldNames.TryGetValue(collection, out var old) && System.ContainsKey(old) ? old : null
            : collection;

    private static bool MayAny(Caller caller, string collection) => Permission.Actions.Any(action => caller.Access.Allows(collection, action));
}
