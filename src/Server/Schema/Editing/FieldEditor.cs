using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Creates, changes and deletes fields.</summary>
internal sealed class FieldEditor(SchemaEdit edits)
{
    public async Task<Field> CreateAsync(Principal principal, string collection, JsonElement body, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        FieldDraft? draft = null;
        var schema = await edits.RunAsync(principal, async edit => draft = await FieldCreation.RunAsync(edit, collection, body), cancellation);
        return Find(schema, collection, draft!.Name);
    }

    /// <summary>Changes fields of a collection, all or none.</summary>
    public async Task<IReadOnlyList<Field>> UpdateAsync(Principal principal, string collection,
        IReadOnlyList<(string Field, JsonElement Body)> changes, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        var twice = changes.GroupBy(change => change.Field).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw DirectusException.InvalidPayload($"Field \"{twice.Key}\" is given more than once");
        var schema = await edits.RunAsync(principal, async edit =>
        {
            edit.Require(collection);
            foreach (var (name, body) in changes) await FieldUpdate.RunAsync(edit, Require(edit, collection, name), body);
        }, cancellation);
        return [.. changes.Select(change => Find(schema, collection, change.Field))];
    }

    public Task DeleteAsync(Principal principal, string collection, string name, CancellationToken cancellation) =>
        edits.RunAsync(principal, async edit =>
        {
            // What is not there is deleted.
            if (!edit.Require(collection).TryGetField(name, out var field)) return;
            if (field.IsSystem) throw DirectusException.Forbidden();
            if (field.Column is { PrimaryKey: true }) throw DirectusException.InvalidPayload("The primary key can't be deleted");
            await FieldRemoval.RemoveAsync(edit, field);
        }, cancellation);

    public static Field Require(EditSession edit, string collection, string name) =>
        edit.Require(collection).TryGetField(name, out var field) ? field : throw DirectusException.Forbidden();

    private static Field Find(DatabaseSchema schema, string collection, string name) =>
        schema.TryGetCollection(collection, out var found) && found.TryGetField(name, out var field) ? field : throw DirectusException.Forbidden();
}
