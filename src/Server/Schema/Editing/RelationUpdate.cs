using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Changes the settings of a relation, and what its foreign key does.</summary>
internal static class RelationUpdate
{
    public static async Task RunAsync(EditSession edit, Relation relation, JsonElement body)
    {
        if (JsonInput.Text(body, "related_collection", "related_collection") is { } related && related != relation.OneCollection)
        {
            throw DirectusException.InvalidPayload("\"related_collection\" can't be changed; delete the relation and create another");
        }

        if (JsonInput.Object(body, "meta") is { } meta) await WriteMetaAsync(edit, relation, RelationDraft.Values(meta));
        if (JsonInput.Object(body, "schema") is { } schema)
        {
            await ChangeKeyAsync(edit, relation, RelationDraft.Action(schema, "on_delete"), RelationDraft.Action(schema, "on_update"));
        }
    }

    public static async Task WriteMetaAsync(EditSession edit, Relation relation, List<MetaValue> values)
    {
        MetaValue collection = new("many_collection", relation.ManyCollection), field = new("many_field", relation.ManyField);
        if (relation.Meta is not null) await edit.Meta.UpdateAsync(SystemCollections.Relations, values, collection, field);
        else await edit.Meta.InsertAsync(SystemCollections.Relations,
            [collection, field, new MetaValue("one_collection", relation.OneCollection), .. values]);
    }

    /// <summary>Replaces the foreign key when an action is to become another; makes the one that is missing.</summary>
    public static async Task ChangeKeyAsync(EditSession edit, Relation relation, ReferentialAction? onDelete, ReferentialAction? onUpdate)
    {
        if (relation.OneCollection is not { } one) return;
        var old = relation.ForeignKey;
        var key = new ForeignKeyDefinition(one, old?.Column ?? edit.Schema[one].PrimaryKey.Name,
            onDelete ?? Action(old?.OnDelete), onUpdate ?? Action(old?.OnUpdate));
        if (old is not null && key.OnDelete == Action(old.OnDelete) && key.OnUpdate == Action(old.OnUpdate)) return;
        var column = edit.Schema[relation.ManyCollection].TryGetField(relation.ManyField, out var field) ? field.Column! : null;
        if (old is not null) await edit.Tables.DropForeignKeyAsync(relation.ManyCollection, column!);
        await edit.Tables.AddForeignKeyAsync(relation.ManyCollection, relation.ManyField, key);
    }

    private static ReferentialAction Action(string? text) => text is null ? ReferentialAction.NoAction : ReferentialActions.Parse(text);
}
