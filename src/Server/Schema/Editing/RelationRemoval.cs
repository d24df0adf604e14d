using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Takes a relation away; its fields stay.</summary>
internal static class RelationRemoval
{
    public static async Task RemoveAsync(EditSession edit, Relation relation)
    {
        await edit.Meta.DeleteAsync(SystemCollections.Relations, new MetaValue("many_collection", relation.ManyCollection),
            new MetaValue("many_field", relation.ManyField));
        if (relation.ForeignKey is not null && edit.Schema[relation.ManyCollection].TryGetField(relation.ManyField, out var many))
        {
            await edit.Tables.DropForeignKeyAsync(relation.ManyCollection, many.Column!);
        }
    }
}
