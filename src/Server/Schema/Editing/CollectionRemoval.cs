using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Takes a collection away, with its fields, its relations and whatever was kept about it.</summary>
internal static class CollectionRemoval
{
    public static async Task RemoveAsync(EditSession edit, string collection)
    {
        await edit.Meta.ClearAsync(SystemCollections.Collections, "group", new MetaValue("group", collection));
        if (edit.Schema.TryGetCollection(collection, out _)) await RemoveRelationsAsync(edit, collection);
        await ForgetAsync(edit, collection);
        if (edit.Schema.TryGetCollection(collection, out _)) await edit.Tables.DropAsync(collection);
    }

    /// <summary>Takes away the collection alone: what becomes of others is told by the model that is applied.</summary>
    public static async Task RemoveAloneAsync(EditSession edit, string collection)
    {
        await edit.Meta.ClearAsync(SystemCollections.Collections, "group", new MetaValue("group", collection));
        await ForgetAsync(edit, collection);
        if (edit.Schema.TryGetCollection(collection, out _)) await edit.Tables.DropAsync(collection);
    }

    private static async Task RemoveRelationsAsync(EditSession edit, string collection)
    {
        foreach (var relation in edit.Schema.Relations
            .Where(relation => relation.ManyCollection == collection && relation.OneCollection != collection))
        {
            await FieldRemoval.RemoveListAsync(edit, relation);
        }

        // A field that referred to the collection has nothing left to refer to.
        var referring = edit.Schema.Relations.Where(relation => relation.OneCollection == collection && relation.ManyCollection != collection);
        foreach (var relation in referring.DistinctBy(relation => (relation.ManyCollection, relation.ManyField)))
        {
            await FieldRemoval.RemoveAsync(edit, Field(edit, relation));
        }

        foreach (var relation in edit.Schema.Relations.Where(relation => relation.OneAllowedCollections.Contains(collection)))
        {
            await edit.Meta.RemoveFromListAsync(SystemCollections.Relations, "one_allowed_collections", collection,
                new MetaValue("many_collection", relation.ManyCollection), new MetaValue("many_field", relation.ManyField));
        }
    }

    private static Field Field(EditSession edit, Relation relation) =>
        edit.Schema[relation.ManyCollection].TryGetField(relation.ManyField, out var field)
            ? field
            : throw new InvalidOperationException($"{relation} has no field.");

    /// <summary>Deletes what is kept about a collection by its name.</summary>
    public static async Task ForgetAsync(EditSession edit, string collection)
    {
        var meta = edit.Meta;
        var named = new MetaValue("collection", collection);
        await meta.DeleteAsync(SystemCollections.Relations, new MetaValue("many_collection", collection));
        await meta.DeleteAsync(SystemCollections.Relations, new MetaValue("one_collection", collection));
        await meta.DeleteAsync(SystemCollections.Fields, named);
        await meta.DeleteAsync(SystemCollections.Permissions, named);
        await meta.DeleteAsync(SystemCollections.Presets, named);
        await meta.DeleteAsync(SystemCollections.Comments, named);

        // What the foreign keys of these rows would do, done by hand: they do not act on SQLite here.
        await meta.DeleteReferringAsync(SystemCollections.Sessions, "share", SystemCollections.Shares, named);
        await meta.DeleteAsync(SystemCollections.Shares, named);
        await meta.UnlinkReferringAsync(SystemCollections.Revisions, "parent", "version", SystemCollections.Versions, named);
        await meta.DeleteReferringAsync(SystemCollections.Revisions, "version", SystemCollections.Versions, named);
        await meta.DeleteAsync(SystemCollections.Versions, named);
        await meta.ClearReferringAsync(SystemCollections.Revisions, "parent", SystemCollections.Revisions, named);
        await meta.DeleteAsync(SystemCollections.Revisions, named);
        await meta.DeleteAsync(SystemCollections.Activity, named);
        await meta.UpdateAsync(SystemCollections.Notifications, [new MetaValue("collection", null), new MetaValue("item", null)], named);
        await meta.DeleteAsync(SystemCollections.Collections, named);
    }
}
