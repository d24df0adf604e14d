using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Creates, changes and deletes relations.</summary>
internal sealed class RelationEditor(SchemaEdit edits)
{
    public async Task<Relation> CreateAsync(Principal principal, JsonElement body, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        var draft = RelationDraft.Parse(body);
        var schema = await edits.RunAsync(principal, edit => CreateAsync(edit, draft), cancellation);
        return schema.RelationOfMany(draft.Collection, draft.Field) ?? throw DirectusException.Forbidden();
    }

    public async Task<Relation> UpdateAsync(Principal principal, string collection, string field, JsonElement body, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        var schema = await edits.RunAsync(principal, async edit =>
        {
            edit.Subject = (collection, field);
            var relation = Require(edit, collection, field);
            JsonInput.RequireObject(body);
            await RelationUpdate.RunAsync(edit, relation, body);
        }, cancellation);
        return schema.RelationOfMany(collection, field) ?? throw DirectusException.Forbidden();
    }

    public Task DeleteAsync(Principal principal, string collection, string field, CancellationToken cancellation) =>
        edits.RunAsync(principal, async edit =>
        {
            var relation = Require(edit, collection, field);
            await RelationRemoval.RemoveAsync(edit, relation);
        }, cancellation);

    /// <summary>Makes a relation of a field that there is.</summary>
    public static async Task CreateAsync(EditSession edit, RelationDraft draft)
    {
        edit.Subject = (draft.Collection, draft.Field);
        var (column, one) = Check(edit, draft.Collection, draft.Field, draft.Related);
        await edit.Meta.InsertAsync(SystemCollections.Relations, draft.Row);
        if (one is not null) await edit.Tables.AddForeignKeyAsync(draft.Collection, column.Name, draft.KeyTo(one.PrimaryKey.Name));
    }

    /// <summary>A relation of the project.</summary>
    public static Relation Require(EditSession edit, string collection, string field)
    {
        if (!edit.Require(collection).TryGetField(field, out _)) throw Missing(collection, field);
        var relation = edit.Schema.RelationOfMany(collection, field) ?? throw DirectusException.InvalidPayload(
            $"Field \"{field}\" in collection \"{collection}\" doesn't have a relationship.");
        return relation.Meta?["system"] is null ? relation : throw DirectusException.Forbidden();
    }

    private static (ColumnSchema Column, Collection? One) Check(EditSession edit, string collection, string field, string? related)
    {
        if (!edit.Schema.TryGetCollection(collection, out var many))
            throw DirectusException.InvalidPayload($"Collection \"{collection}\" doesn't exist");
        if (!many.TryGetField(field, out var found) || found.Column is not { } column) throw Missing(collection, field);
        Collection? one = null;
        if (related is not null && !edit.Schema.TryGetCollection(related, out one))
        {
            throw DirectusException.InvalidPayload($"Collection \"{related}\" doesn't exist");
        }

        if (edit.Schema.RelationOfMany(collection, field) is not null)
        {
            throw DirectusException.InvalidPayload($"Field \"{field}\" in collection \"{collection}\" already has an associated relationship");
        }

        if (one is not null && !RelationDraft.Fit(column.Kind, one.PrimaryKey.Column!.Kind))
        {
            throw DirectusException.InvalidPayload(
                $"Field \"{field}\" in collection \"{collection}\" is of another type than the primary key of \"{related}\"");
        }

        return (column, one);
    }

    private static DirectusException Missing(string collection, string field) =>
        DirectusException.InvalidPayload($"Field \"{field}\" doesn't exist in collection \"{collection}\"");
}
