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
        var schema = await edits.RunAsync(principal, async edit =>
        {
            var target = edit.Require(collection);
            JsonInput.RequireObject(body);
            JsonInput.AllowOnly(body, "collection", "field", "type", "meta", "schema");
            draft = FieldDraftParser.Parse(body);
            if (target.TryGetField(draft.Name, out _))
            {
                throw DirectusException.InvalidPayload($"Field \"{draft.Name}\" already exists in collection \"{collection}\"");
            }

            if (draft.Column is { PrimaryKey: true }) throw DirectusException.InvalidPayload($"Collection \"{collection}\" already has a primary key");
            edit.Subject = (collection, draft.Name);
            if (draft.Column is { } column) await edit.Tables.AddColumnAsync(collection, column);
            await FieldCreation.InsertMetaAsync(edit, collection, draft, FieldCreation.NextSort(target, draft.Meta));
        }, cancellation);
        return Find(schema, collection, draft!.Name);
    }

    public async Task<Field> UpdateAsync(Principal principal, string collection, string name, JsonElement body, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        var schema = await edits.RunAsync(principal, async edit =>
        {
            var field = Require(edit, collection, name);
            edit.Subject = (collection, name);
            JsonInput.RequireObject(body);
            if (IsSystem(field)) throw DirectusException.InvalidPayload("Only \"schema.is_indexed\" may be modified for system fields");
            if (FieldDraftParser.Type(body) is { } type && (type == FieldType.Alias) != field.IsAlias)
            {
                throw DirectusException.InvalidPayload("Alias type cannot be changed");
            }

            if (field.Column is { } column && JsonInput.Object(body, "schema") is { } schema)
            {
                var change = FieldChange.Of(field, column, FieldDraftParser.Type(body), schema);
                if (change.Any) await edit.Tables.AlterColumnAsync(collection, change);
            }

            if (JsonInput.Object(body, "meta") is { } meta) await UpdateMetaAsync(edit, field, meta);
        }, cancellation);
        return Find(schema, collection, name);
    }

    public Task DeleteAsync(Principal principal, string collection, string name, CancellationToken cancellation) =>
        edits.RunAsync(principal, async edit =>
        {
            var field = Require(edit, collection, name);
            if (IsSystem(field)) throw DirectusException.Forbidden();
            if (field.Column is { PrimaryKey: true }) throw DirectusException.InvalidPayload("The primary key can't be deleted");
            await FieldRemoval.RemoveAsync(edit, field);
        }, cancellation);

    private static async Task UpdateMetaAsync(EditSession edit, Field field, JsonElement meta)
    {
        MetaValue inCollection = new("collection", field.Collection), named = new("field", field.Name);
        var values = MetaValues.Parse("directus_fields", meta, "id", "collection", "field");
        if (field.Meta is null) await edit.Meta.InsertAsync("directus_fields", [inCollection, named, .. values]);
        else await edit.Meta.UpdateAsync("directus_fields", values, inCollection, named);
    }

    private static Field Require(EditSession edit, string collection, string name) =>
        edit.Require(collection).TryGetField(name, out var field) ? field : throw DirectusException.Forbidden();

    private static bool IsSystem(Field field) => field.Meta?["system"] is not null;

    private static Field Find(SchemaSnapshot schema, string collection, string name) =>
        schema.TryGetCollection(collection, out var found) && found.TryGetField(name, out var field) ? field : throw DirectusException.Forbidden();
}
