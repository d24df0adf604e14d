using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>A model → the same with another name, wherever the name is mentioned.</summary>
internal static class SnapshotRename
{
    public static SnapshotDocument Run(SnapshotDocument document, Rename rename) => rename.Field is { } field
        ? Field(document, new FieldName(rename.Collection, field), rename.To)
        : Collection(document, rename.Collection, rename.To);

    /// <summary>Whether what is to be renamed is there, and nothing has its new name.</summary>
    public static bool IsPossible(SnapshotDocument document, Rename rename) => rename.Field is null
        ? document.Collections.ContainsKey(rename.Collection) && !document.Collections.ContainsKey(rename.To)
        : document.Fields.ContainsKey(new FieldName(rename.Collection, rename.Field))
            && !document.Fields.ContainsKey(new FieldName(rename.Collection, rename.To));

    public static SnapshotDocument Run(SnapshotDocument document, IEnumerable<Rename> renames) => renames.Aggregate(document, Run);

    private static SnapshotDocument Collection(SnapshotDocument document, string old, string name)
    {
        if (!document.Collections.ContainsKey(old)) throw Refused($"Collection \"{old}\"", "it does not exist");
        if (document.Collections.ContainsKey(name)) throw Refused($"Collection \"{old}\"", $"\"{name}\" already exists");
        document = Mentioning(document, new Rename(old, null, name));
        return document with
        {
            Collections = Map(document.Collections, part => CollectionPart(part, old, name), NameOf),
            Fields = Map(document.Fields, part => FieldPart(part, old, name), FieldName.Of),
            Relations = Map(document.Relations, part => RelationPart(part, old, name), FieldName.Of),
        };
    }

    private static SnapshotDocument Field(SnapshotDocument document, FieldName old, string name)
    {
        if (!document.Fields.ContainsKey(old)) throw Refused($"Field \"{old}\"", "it does not exist");
        if (document.Fields.ContainsKey(old with { Field = name })) throw Refused($"Field \"{old}\"", $"\"{name}\" already exists");
        document = Mentioning(document, new Rename(old.Collection, old.Field, name));
        return document with
        {
            Collections = Map(document.Collections, part => In(part, old, "collection")
                ? With(part, "meta", old.Field, name, "sort_field", "archive_field") : part, NameOf),
            Fields = Map(document.Fields, part => FieldPart(part, old, name), FieldName.Of),
            Relations = Map(document.Relations, part => RelationPart(part, old, name), FieldName.Of),
        };
    }

    private static DirectusException Refused(string what, string why) => DirectusException.InvalidPayload($"{what} can't be renamed: {why}");

    // Texts that mention the name follow in the database, so they do here.
    private static SnapshotDocument Mentioning(SnapshotDocument document, Rename rename)
    {
        var rewriter = new MentionRewriter(rename, TargetsIn(document));
        return document with
        {
            Collections = Map(document.Collections,
                part => Changed(part, meta => SettingsMentions.InCollection(rewriter, meta, (string)part["collection"]!)), NameOf),
            Fields = Map(document.Fields, part =>
                Changed(part, meta => SettingsMentions.InField(rewriter, meta, (string)part["collection"]!, (string)part["field"]!)), FieldName.Of),
        };
    }

    private static Func<string, string, string?> TargetsIn(SnapshotDocument document)
    {
        var many = document.Relations.Values.Where(part => part["meta"]?["one_field"] is not null && part["related_collection"] is not null)
            .DistinctBy(ListOf).ToDictionary(ListOf, part => (string)part["collection"]!);
        return (at, step) => document.Relations.TryGetValue(new FieldName(at, step), out var relation)
            ? (string?)relation["related_collection"]
            : many.GetValueOrDefault(new FieldName(at, step));

        static FieldName ListOf(JsonObject part) => new((string)part["related_collection"]!, (string)part["meta"]!["one_field"]!);
    }

    private static string NameOf(JsonObject part) => (string)part["collection"]!;

    private static JsonObject Changed(JsonObject part, Func<JsonObject, JsonObject> change)
    {
        if (part["meta"] is not JsonObject meta) return part;
        var changed = change(meta).Where(entry => meta.ContainsKey(entry.Key) && !JsonNode.DeepEquals(entry.Value, meta[entry.Key])).ToList();
        if (changed.Count == 0) return part;
        var copy = (JsonObject)part.DeepClone();
        foreach (var (key, value) in changed) copy["meta"]![key] = value?.DeepClone();
        return copy;
    }

    private static JsonObject CollectionPart(JsonObject part, string old, string name) => With(With(With(part, null, old, name, "collection"),
        "meta", old, name, "collection", "group"), "schema", old, name, "name");

    private static JsonObject FieldPart(JsonObject part, string old, string name)
    {
        if ((string?)part["collection"] == old)
        {
            part = With(With(With(part, null, old, name, "collection"), "meta", old, name, "collection"), "schema", old, name, "table");
        }

        return With(part, "schema", old, name, "foreign_key_table");
    }

    private static JsonObject FieldPart(JsonObject part, FieldName old, string name)
    {
        if (In(part, old, "collection"))
        {
            part = With(part, "meta", old.Field, name, "group");
            if ((string?)part["field"] == old.Field)
            {
                part = With(With(With(part, null, old.Field, name, "field"), "meta", old.Field, name, "field"), "schema", old.Field, name, "name");
            }
        }

        return (string?)part["schema"]?["foreign_key_table"] == old.Collection ? With(part, "schema", old.Field, name, "foreign_key_column") : part;
    }

    private static JsonObject RelationPart(JsonObject part, string old, string name)
    {
        part = With(With(With(part, null, old, name, "collection", "related_collection"), "meta", old, name, "many_collection", "one_collection"),
            "schema", old, name, "table", "foreign_key_table");
        if (part["meta"]?["one_allowed_collections"] is not JsonArray allowed || !allowed.Any(entry => (string?)entry == old)) return Named(part);
        var copy = (JsonObject)part.DeepClone();
        copy["meta"]!["one_allowed_collections"] = new JsonArray([.. allowed.Select(entry => (string?)entry == old ? name : entry?.DeepClone())]);
        return Named(copy);
    }

    private static JsonObject RelationPart(JsonObject part, FieldName old, string name)
    {
        if (In(part, old, "collection"))
        {
            part = With(part, "meta", old.Field, name, "junction_field", "sort_field", "one_collection_field", "many_field");
            if ((string?)part["field"] == old.Field) part = With(With(part, null, old.Field, name, "field"), "schema", old.Field, name, "column");
        }

        if ((string?)part["related_collection"] == old.Collection)
        {
            part = With(With(part, "meta", old.Field, name, "one_field"), "schema", old.Field, name, "foreign_key_column");
        }

        return Named(part);
    }

    private static JsonObject Named(JsonObject part)
    {
        if (part["schema"] is not JsonObject) return part;
        var copy = (JsonObject)part.DeepClone();
        copy["schema"]!["constraint_name"] = ConstraintName.ForeignKey((string)part["collection"]!, (string)part["field"]!);
        return copy;
    }

    private static bool In(JsonObject part, FieldName name, string key) => (string?)part[key] == name.Collection;

    // A copy where those keys that have the old name have the new one.
    private static JsonObject With(JsonObject part, string? section, string old, string name, params string[] keys)
    {
        if ((section is null ? part : part[section] as JsonObject) is not { } place) return part;
        var found = keys.Where(key => place[key] is JsonValue value && value.TryGetValue<string>(out var text) && text == old).ToList();
        if (found.Count == 0) return part;
        var copy = (JsonObject)part.DeepClone();
        foreach (var key in found) (section is null ? copy : copy[section]!)[key] = name;
        return copy;
    }

    private static OrderedDictionary<TKey, JsonObject> Map<TKey>(OrderedDictionary<TKey, JsonObject> parts, Func<JsonObject, JsonObject> change,
        Func<JsonObject, TKey> key) where TKey : notnull
    {
        var mapped = new OrderedDictionary<TKey, JsonObject>(parts.Count);
        foreach (var part in parts.Values.Select(change)) mapped.Add(key(part), part);
        return mapped;
    }
}
