using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Model;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Schema.Snapshots.Planning;

/// <summary>Plans the steps of collections.</summary>
internal static class CollectionPlanner
{
    public static CreateCollectionStep Create(SchemaTransition transition, JsonObject part)
    {
        var name = (string)part["collection"]!;
        SchemaNames.CheckCollection(name);
        RequireGroup(transition.Wanted, part);
        var fields = transition.Wanted.Fields.Where(field => field.Key.Collection == name).ToList();
        var rows = fields.Select(field => PlanRefusal.Naming($"field \"{field.Key.Field}\"", () => FieldPlanner.Row(field.Key, field.Value)));
        return new CreateCollectionStep(name, part["schema"] is JsonObject ? Table(transition, name, fields) : Folder(fields),
            [new MetaValue("collection", name), .. Values(part["meta"] as JsonObject)], [.. rows]);
    }

    /// <summary>Changed settings; of a table that nobody had set up, all of them.</summary>
    public static ChangeCollectionStep Change(SchemaTransition transition, DifferenceEntry entry, JsonObject part)
    {
        if (entry.Whole is not null && part["schema"] is not JsonObject) throw DirectusException.InvalidPayload("there is a table of that name");
        RequireGroup(transition.Wanted, part);
        return new ChangeCollectionStep(entry.Collection, Values(entry.Whole is not null ? part["meta"] as JsonObject : entry.Settings(part)))
        {
            Detail = entry.Whole is not null ? "adopt" : entry.Names,
        };
    }

    /// <summary>How many groups a collection is in.</summary>
    public static int Depth(SnapshotDocument document, string name)
    {
        var depth = 0;
        var group = Group(document.Collections.GetValueOrDefault(name));
        while (group is not null && depth <= document.Collections.Count)
        {
            group = Group(document.Collections.GetValueOrDefault(group));
            depth++;
        }

        return depth;
    }

    private static TableDefinition? Folder(List<KeyValuePair<FieldName, JsonObject>> fields) => fields.Count == 0
        ? null
        : throw DirectusException.InvalidPayload("a folder can't have fields");

    private static TableDefinition Table(SchemaTransition transition, string name, List<KeyValuePair<FieldName, JsonObject>> fields)
    {
        var twice = fields.GroupBy(field => field.Key.Field, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw DirectusException.InvalidPayload($"field \"{twice.Key}\" is given more than once");
        var columns = fields.Where(field => field.Value["schema"] is JsonObject)
            .Select(field => PlanRefusal.Naming($"field \"{field.Key.Field}\"", () => FieldPlanner.Column(transition, field.Key, field.Value)))
            .ToList();
        columns.AddRange(Untold(transition, name, columns));
        var keys = columns.Count(column => column.PrimaryKey);
        if (keys > 1) throw DirectusException.InvalidPayload("it can have one primary key only");
        // A key that nobody has set up is not told in a model.
        if (keys == 0) columns.Insert(0, CollectionDraftParser.KeyColumn);
        if (columns.Skip(1).Any(column => keys == 0 && column.Name == CollectionDraftParser.KeyColumn.Name))
            throw DirectusException.InvalidPayload("it has no primary key");
        return new TableDefinition(name, [.. columns]);
    }

    // Columns that nobody has set up are not told of in a model, but relations through them are.
    private static IEnumerable<ColumnDefinition> Untold(SchemaTransition transition, string name, List<ColumnDefinition> told) =>
        from relation in transition.Wanted.Relations
        where relation.Key.Collection == name && told.All(column => column.Name != relation.Key.Field) && transition.TypeOf(relation.Key) is not null
        select PlanRefusal.Naming($"field \"{relation.Key.Field}\"", () => FieldPlanner.Untold(transition, relation.Key, relation.Value));

    private static void RequireGroup(SnapshotDocument wanted, JsonObject part)
    {
        if (Group(part) is { } group && !wanted.Collections.ContainsKey(group))
            throw DirectusException.InvalidPayload($"its group \"{group}\" does not exist");
    }

    private static string? Group(JsonObject? part) =>
        part?["meta"]?["group"] is JsonValue value && value.TryGetValue<string>(out var group) ? group : null;

    private static List<MetaValue> Values(JsonObject? meta) =>
        meta is null ? [] : MetaValues.Parse(SystemCollections.Collections, JsonSerializer.SerializeToElement(meta), "collection");
}
