using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Gives a collection or a field another name: its data stay, and whatever names it follows, rights too. What was
/// kept about the new name while nothing had it is forgotten, so that it says nothing of what has it now.</summary>
internal static class RenameExecutor
{
    // Tables that keep the name of a collection beside what they are about.
    private static readonly string[] Keepers =
    [
        SystemCollections.Fields, SystemCollections.Permissions, SystemCollections.Presets, SystemCollections.Comments, SystemCollections.Shares,
        SystemCollections.Versions,
        SystemCollections.Revisions, SystemCollections.Activity, SystemCollections.Notifications,
    ];

    public static async Task CollectionAsync(EditSession edit, string old, string name)
    {
        MetaValue was = new("collection", old), now = new("collection", name);
        await CollectionRemoval.ForgetAsync(edit, name);
        await SettingsMentions.FollowAsync(edit, MentionRewriter.In(edit.Schema, new Rename(old, null, name)));
        // Rows refer to this one by its name, so the new one has to be there before they do.
        await edit.Meta.CopyAsync(SystemCollections.Collections, "collection", old, name);
        await edit.Meta.UpdateAsync(SystemCollections.Collections, [new MetaValue("group", name)], new MetaValue("group", old));
        foreach (var table in Keepers) await edit.Meta.UpdateAsync(table, [now], was);
        await edit.Meta.DeleteAsync(SystemCollections.Collections, was);
        foreach (var column in new[] { "many_collection", "one_collection" })
        {
            await edit.Meta.UpdateAsync(SystemCollections.Relations, [new MetaValue(column, name)], new MetaValue(column, old));
        }

        await edit.Meta.RenameInListAsync(SystemCollections.Relations, "one_allowed_collections", old, name);
        if (!edit.Schema.TryGetCollection(old, out var collection)) return;
        await edit.Tables.RenameAsync(old, name);
        foreach (var field in collection.Columns.Where(field => field.Column!.ForeignKey is not null))
        {
            await edit.Tables.RenameForeignKeyAsync(name, field.Column!.ForeignKey!, ConstraintName.ForeignKey(name, field.Name));
        }
    }

    public static async Task FieldAsync(EditSession edit, Field field, string name)
    {
        var (collection, old) = (field.Collection, field.Name);
        MetaValue inCollection = new("collection", collection), inMany = new("many_collection", collection);
        await FieldRemoval.ForgetRightsAsync(edit, collection, name);
        await SettingsMentions.FollowAsync(edit, MentionRewriter.In(edit.Schema, new Rename(collection, old, name)));
        await RenameAsync(SystemCollections.Fields, "field", inCollection);
        await RenameAsync(SystemCollections.Fields, "group", inCollection);
        foreach (var column in new[] { "sort_field", "archive_field" }) await RenameAsync(SystemCollections.Collections, column, inCollection);
        foreach (var column in new[] { "many_field", "junction_field", "sort_field", "one_collection_field" })
        {
            await RenameAsync(SystemCollections.Relations, column, inMany);
        }

        await RenameAsync(SystemCollections.Relations, "one_field", new MetaValue("one_collection", collection));
        await edit.Meta.RenameInListAsync(SystemCollections.Permissions, "fields", old, name, inCollection);
        if (field.Column is not { } stored) return;
        await edit.Tables.RenameColumnAsync(collection, old, name);
        if (stored.ForeignKey is { } key) await edit.Tables.RenameForeignKeyAsync(collection, key, ConstraintName.ForeignKey(collection, name));

        Task RenameAsync(string table, string column, MetaValue where) =>
            edit.Meta.UpdateAsync(table, [new MetaValue(column, name)], where, new MetaValue(column, old));
    }
}
