using System.Collections.Immutable;
using System.Text.Json;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Body of a collection → draft.</summary>
internal static class CollectionDraftParser
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    private static readonly JsonElement KeyMeta =
        JsonDocument.Parse("""{"hidden": true, "interface": "numeric", "readonly": true}""").RootElement;

    /// <summary>The key of a collection that is given none.</summary>
    public static ColumnDefinition KeyColumn { get; } =
        new("id", ColumnType.Integer) { PrimaryKey = true, AutoIncrement = true, Nullable = false };

    public static CollectionDraft Parse(JsonElement body)
    {
        JsonInput.RequireObject(body);
        var name = SchemaNames.Collection(body);
        var meta = JsonInput.Object(body, "meta");
        if (JsonInput.Object(body, "schema") is null) return new CollectionDraft(name, true, meta ?? Empty, []);
        return new CollectionDraft(name, false, meta, Fields(body));
    }

    private static ImmutableArray<FieldDraft> Fields(JsonElement body)
    {
        var fields = ImmutableArray<FieldDraft>.Empty;
        if (body.TryGetProperty("fields", out var list) && list.ValueKind != JsonValueKind.Null)
        {
            if (list.ValueKind != JsonValueKind.Array) throw SchemaRefusals.MustBe("fields", "an array");
            fields = [.. list.EnumerateArray().Select(field =>
            {
                JsonInput.RequireObject(field);
                return FieldDraftParser.Parse(field);
            })];
        }

        var keys = fields.Count(field => field.Column is { PrimaryKey: true });
        if (keys > 1) throw DirectusException.InvalidPayload("A collection can have one primary key only");
        if (keys == 0) fields = fields.Insert(0, Key());
        // Compared as SQLite compares the names of columns.
        var twice = fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? fields : throw DirectusException.InvalidPayload($"Field \"{twice.Key}\" is given more than once");
    }

    private static FieldDraft Key() => new(KeyColumn.Name, FieldType.Integer, KeyColumn, KeyMeta);
}
