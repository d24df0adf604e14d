using System.Text.Json;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Creates, changes and deletes collections.</summary>
internal sealed class CollectionEditor(SchemaEdit edits)
{
    /// <summary>Creates collections with their fields, all or none; answers the schema that has them, and their names.</summary>
    public async Task<(DatabaseSchema Schema, IReadOnlyList<string> Names)> CreateAsync(Principal principal,
        IReadOnlyList<JsonElement> bodies, CancellationToken cancellation)
    {
        EditSession.RequireAdmin(principal);
        var drafts = bodies.Select(CollectionDraftParser.Parse).ToList();
        var schema = await edits.RunAsync(principal, async edit =>
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var draft in drafts)
            {
                if (!names.Add(draft.Name)) throw Exists(draft.Name);
                await CreateAsync(edit, draft);
            }
        }, cancellation);
        return (schema, [.. drafts.Select(draft => draft.Name)]);
    }

    /// <summary>Changes the settings of collections, all or none.</summary>
    public Task<DatabaseSchema> UpdateAsync(Principal principal, IReadOnlyList<(string Collection, JsonElement Body)> changes,
        CancellationToken cancellation) => edits.RunAsync(principal, async edit =>
    {
        foreach (var (collection, body) in changes) await UpdateAsync(edit, collection, body);
    }, cancellation);

    public Task DeleteAsync(Principal principal, string collection, CancellationToken cancellation) =>
        edits.RunAsync(principal, edit => !edit.IsTaken(collection) || IsSystem(collection)
            ? throw DirectusException.Forbidden()
            : CollectionRemoval.RemoveAsync(edit, collection), cancellation);

    public static async Task WriteMetaAsync(EditSession edit, string collection, IReadOnlyList<MetaValue> values)
    {
        var name = new MetaValue("collection", collection);
        var configured = await edit.Meta.ExistsAsync(SystemCollections.Collections, name);
        if (configured) await edit.Meta.UpdateAsync(SystemCollections.Collections, values, name);
        else await edit.Meta.InsertAsync(SystemCollections.Collections, [name, .. values]);
    }

    /// <summary>Changes the settings of a collection.</summary>
    public static async Task UpdateAsync(EditSession edit, string collection, JsonElement body)
    {
        if (!edit.IsTaken(collection) || IsSystem(collection)) throw DirectusException.Forbidden();
        JsonInput.RequireObject(body);
        if (JsonInput.Object(body, "meta") is not { } meta) return;
        var values = MetaValues.Parse(SystemCollections.Collections, meta, "collection");
        await edit.RequireGroupAsync(SystemCollections.Collections, values);
        await WriteMetaAsync(edit, collection, values);
    }

    /// <summary>Makes a collection that there is not, with its fields.</summary>
    public static async Task CreateAsync(EditSession edit, CollectionDraft draft)
    {
        if (edit.IsTaken(draft.Name)) throw Exists(draft.Name);
        if (draft.Meta is { } meta)
        {
            var values = MetaValues.Parse(SystemCollections.Collections, meta, "collection");
            await edit.RequireGroupAsync(SystemCollections.Collections, values);
            await edit.Meta.InsertAsync(SystemCollections.Collections, [new MetaValue("collection", draft.Name), .. values]);
        }

        if (draft.IsFolder) return;
        await edit.Tables.CreateAsync(draft.Table);
        var sort = 0;
        foreach (var field in draft.Fields.Where(field => field.Meta is not null))
        {
            await FieldCreation.InsertMetaAsync(edit, draft.Name, field, ++sort);
        }
    }

    private static DirectusException Exists(string name) => DirectusException.InvalidPayload($"Collection \"{name}\" already exists");

    private static bool IsSystem(string collection) => collection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal);
}
