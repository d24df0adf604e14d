using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Revisions;

/// <summary>What a revision tells of an item, as far as it can be written again.</summary>
internal static class RevisionContent
{
    /// <summary>The values of columns that there still are; not the key, nor a secret, which is masked in revisions.</summary>
    public static JsonObject Of(DatabaseSchema schema, Collection collection, JsonElement data)
    {
        var content = new JsonObject();
        foreach (var property in data.EnumerateObject())
        {
            if (!collection.TryGetField(property.Name, out var field) || field.IsAlias || field == collection.PrimaryKey) continue;
            if (field.Column is { Generated: true } or { AlwaysGenerated: true } || IsMask(field, property.Value)) continue;
            // Items that were nested in a write are told by revisions of their own.
            if (property.Value.ValueKind == JsonValueKind.Object && schema.RelationOfMany(collection.Name, field.Name) is not null) continue;
            content[property.Name] = JsonSerializer.SerializeToNode(property.Value);
        }

        return content;
    }

    /// <summary>Whether a field keeps the value that it has when a revision says nothing of it: what an item refers to, secrets, and what
    /// was filled when it was made.</summary>
    public static bool IsKept(DatabaseSchema schema, Field field) => field.Masked || field.Column is { Generated: true } or { AlwaysGenerated: true }
        || field.Has(FieldSpecials.Uuid | FieldSpecials.DateCreated | FieldSpecials.UserCreated | FieldSpecials.RoleCreated)
        || schema.RelationOfMany(field.Collection, field.Name) is not null;

    private static bool IsMask(Field field, JsonElement value) =>
        field.Masked && value.ValueKind == JsonValueKind.String && value.ValueEquals(CellWriters.Mask);
}
