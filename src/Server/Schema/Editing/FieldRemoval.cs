using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Takes a field away, with its relations and whatever names it.</summary>
internal static class FieldRemoval
{
    public static async Task RemoveAsync(EditSession edit, Field field)
    {
        await RemoveRelationsAsync(edit, field);
        await ForgetAsync(edit, field.Collection, field.Name);
        if (field.Column is not null) await edit.Tables.DropColumnAsync(field.Collection, field.Name);
    }

    /// <summary>Takes away the alias that listed the many side of a relation.</summary>
    public static async Task RemoveListAsync(EditSession edit, Relation relation)
    {
        if (relation is not { OneCollection: { } collection, OneField: { } name }) return;
        if (!edit.Schema.TryGetCollection(collection, out var one) || !one.TryGetField(name, out var list) || !list.IsAlias) return;
        await ForgetAsync(edit, collection, name);
    }

    /// <summary>Deletes the settings of a field and every mention of it. A field that is made later under the same name must
    /// not inherit a permission.</summary>
    private static async Task ForgetAsync(EditSession edit, string collection, string field)
    {
        MetaValue inCollection = new("collection", collection), inMany = new("many_collection", collection);
        await ForgetRightsAsync(edit, collection, field);
        await SettingsMentions.ForgetPathsAsync(edit, collection, field);
        await edit.Meta.ClearAsync(SystemCollections.Fields, "group", inCollection, new MetaValue("group", field));
        await edit.Meta.ClearAsync(SystemCollections.Collections, "sort_field", inCollection, new MetaValue("sort_field", field));
        await edit.Meta.ClearAsync(SystemCollections.Collections, "archive_field", inCollection, new MetaValue("archive_field", field));
        foreach (var column in new[] { "junction_field", "sort_field", "one_collection_field" })
        {
            await edit.Meta.ClearAsync(SystemCollections.Relations, column, inMany, new MetaValue(column, field));
        }
    }

    /// <summary>Takes away the field alone, with the rights to it: what else mentions it is told by the model that is applied.</summary>
    public static async Task RemoveAloneAsync(EditSession edit, Field field)
    {
        await ForgetRightsAsync(edit, field.Collection, field.Name);
        if (field.Column is not null) await edit.Tables.DropColumnAsync(field.Collection, field.Name);
    }

    /// <summary>Takes away the settings of a field, the rights to it, and what is written to it without being asked for.</summary>
    public static async Task ForgetRightsAsync(EditSession edit, string collection, string field)
    {
        var inCollection = new MetaValue("collection", collection);
        await edit.Meta.DeleteAsync(SystemCollections.Fields, inCollection, new MetaValue("field", field));
        await edit.Meta.RemoveFromListAsync(SystemCollections.Permissions, "fields", field, inCollection);
        await SettingsMentions.ForgetAsync(edit, collection, field);
    }

    private static async Task RemoveRelationsAsync(EditSession edit, Field field)
    {
        if (field.IsAlias)
        {
            // The relation stays, it only loses its list.
            await edit.Meta.ClearAsync(SystemCollections.Relations, "one_field", new MetaValue("one_collection", field.Collection),
                new MetaValue("one_field", field.Name));
            return;
        }

        var referring = edit.Schema.Relations.FirstOrDefault(relation => relation.ForeignKey is { } key
            && key.Table == field.Collection && key.Column == field.Name && relation.OneCollection is not null);
        if (referring is not null)
            throw DirectusException.InvalidPayload($"Field \"{field.Name}\" is referred to by {referring.ManyCollection}.{referring.ManyField}");
        var own = edit.Schema.Relations.Where(relation => relation.ManyCollection == field.Collection && relation.ManyField == field.Name);
        foreach (var relation in own)
        {
            await edit.Meta.DeleteAsync(SystemCollections.Relations, new MetaValue("many_collection", field.Collection),
                new MetaValue("many_field", field.Name));
            await RemoveListAsync(edit, relation);
        }
    }
}
