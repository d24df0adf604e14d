using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Snapshots.Columns;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>The live schema → document. What nobody has set up is not part of a model.</summary>
internal static class SnapshotReader
{
    public static SnapshotDocument Read(DatabaseSchema schema, Dialect dialect)
    {
        var document = new SnapshotDocument(ProductVersion.Directus, dialect.VendorName);
        foreach (var (name, part) in Collections(schema)) document.Collections.Add(name, part);
        foreach (var field in Fields(schema, document)) document.Fields.Add(new FieldName(field.Collection, field.Name), Part(field));
        foreach (var field in SystemIndexes(schema)) document.SystemFields!.Add(field, IndexPart(field));
        foreach (var relation in Relations(schema, document))
        {
            document.Relations.TryAdd(new FieldName(relation.ManyCollection, relation.ManyField), Part(relation));
        }

        return document;
    }

    public static JsonObject IndexPart(FieldName field) => new()
    {
        ["collection"] = field.Collection,
        ["field"] = field.Field,
        ["schema"] = new JsonObject { ["is_indexed"] = true },
    };

    private static IEnumerable<(string Name, JsonObject Part)> Collections(DatabaseSchema schema)
    {
        var tables = schema.Collections.Where(collection => collection is { IsSystem: false, Meta: not null })
            .Select(collection => (collection.Name, Meta: collection.Meta!, Table: true));
        var folders = schema.Folders.Select(folder => (Name: (string)folder["collection"]!, Meta: folder, Table: false));
        foreach (var (name, meta, table) in tables.Concat(folders).OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            var part = new JsonObject { ["collection"] = name, ["meta"] = Settings(meta) };
            if (table) part["schema"] = new JsonObject { ["name"] = name };
            yield return (name, part);
        }
    }

    // Own fields of system collections belong to the model, too.
    private static IEnumerable<Field> Fields(DatabaseSchema schema, SnapshotDocument document) => schema.Collections
        .Where(collection => collection.IsSystem || document.Collections.ContainsKey(collection.Name))
        .OrderBy(collection => collection.Name, StringComparer.Ordinal)
        .SelectMany(collection => collection.Fields.Where(field => field is { Meta: not null, IsSystem: false })
            .OrderBy(field => (int?)field.Meta!["id"] ?? 0));

    private static IEnumerable<FieldName> SystemIndexes(DatabaseSchema schema) =>
        from collection in schema.Collections.Where(collection => collection.IsSystem).OrderBy(collection => collection.Name, StringComparer.Ordinal)
        from field in collection.Columns.Where(field => field is { IsSystem: true, Column.Indexed: true })
            .OrderBy(field => field.Name, StringComparer.Ordinal)
        select new FieldName(collection.Name, field.Name);

    private static IEnumerable<Relation> Relations(DatabaseSchema schema, SnapshotDocument document) => schema.Relations
        .Where(relation => relation.Meta is { } meta && meta["system"] is null
            && (document.Collections.ContainsKey(relation.ManyCollection)
                || relation.ManyCollection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal)))
        .OrderBy(relation => relation.ManyCollection, StringComparer.Ordinal).ThenBy(relation => (int?)relation.Meta!["id"] ?? 0);

    private static JsonObject Part(Field field)
    {
        var part = new JsonObject
        {
            ["collection"] = field.Collection, ["field"] = field.Name, ["type"] = field.Type.ToApi(), ["meta"] = Settings(field.Meta!),
        };
        if (field.Column is { } column) part["schema"] = ColumnPart.Of(field, column);
        return part;
    }

    private static JsonObject Part(Relation relation)
    {
        var part = new JsonObject
        {
            ["collection"] = relation.ManyCollection, ["field"] = relation.ManyField, ["related_collection"] = relation.OneCollection,
            ["meta"] = Settings(relation.Meta!),
        };
        if (relation.ForeignKey is not { } key) return part;
        part["schema"] = new JsonObject
        {
            ["table"] = relation.ManyCollection,
            ["column"] = relation.ManyField,
            ["foreign_key_table"] = key.Table,
            ["foreign_key_column"] = key.Column,
            ["constraint_name"] = key.Name,
            ["on_update"] = key.OnUpdate,
            ["on_delete"] = key.OnDelete,
        };
        return part;
    }

    // The number of a row is that of one database.
    private static JsonObject Settings(JsonObject row) => (JsonObject)Sorted(row, "id")!;

    private static JsonNode? Sorted(JsonNode? node, string? without = null) => node switch
    {
        null => null,
        JsonObject parts => new JsonObject(parts.Where(part => part.Key != without).OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => KeyValuePair.Create(part.Key, Sorted(part.Value)))),
        JsonArray list => new JsonArray([.. list.Select(entry => Sorted(entry))]),
        _ => node.DeepClone(),
    };
}
