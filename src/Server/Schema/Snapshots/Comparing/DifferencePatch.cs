using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Directus.Grpc.Server.Schema.Snapshots.Documents;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Comparing;

/// <summary>The model that is, and a difference → the model that is wanted.</summary>
internal static class DifferencePatch
{
    private const int MostEntries = 10_000;

    private const string Again = "Please generate a new diff and try again";

    /// <summary>What a difference renames; that comes before all else.</summary>
    public static IReadOnlyList<Rename> Renames(SchemaDifference difference) =>
    [
        .. difference.Collections.Concat(difference.Fields).Where(entry => entry.Whole?.Kind == DifferenceKind.Rename).Select(entry =>
            entry.Whole!.Right is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0
                ? new Rename(entry.Collection, entry.Field, name)
                : throw DirectusException.InvalidPayload($"\"{entry.Field ?? entry.Collection}\" can't be renamed: \"rhs\" must be a string")),
    ];

    /// <summary>Refuses a difference that makes what is there or removes what is not.</summary>
    public static void Check(SnapshotDocument current, SchemaDifference difference)
    {
        foreach (var entry in difference.Collections)
        {
            Check(entry, $"collection \"{entry.Collection}\"", current.Collections.ContainsKey(entry.Collection));
        }

        foreach (var entry in difference.Fields) Check(entry, $"field \"{entry.Name}\"", current.Fields.ContainsKey(entry.Name));
        foreach (var entry in difference.Relations)
        {
            Check(entry, $"relation \"{entry.Name}-> {entry.Related}\"", current.Relations.ContainsKey(entry.Name));
        }
    }

    /// <summary>Applies what is not a rename.</summary>
    public static SnapshotDocument Run(SnapshotDocument current, SchemaDifference difference)
    {
        var wanted = current.Copy();
        foreach (var entry in difference.Collections.Where(IsChange)) Collection(wanted, entry);
        foreach (var entry in difference.Fields.Where(IsChange))
        {
            Part(wanted.Fields, entry.Name, entry, SnapshotParser.CheckField, $"field \"{entry.Name}\"");
        }

        // A relation goes with its field.
        foreach (var entry in difference.Fields.Where(entry => entry.Whole?.Kind == DifferenceKind.Deleted)) wanted.Relations.Remove(entry.Name);
        foreach (var entry in difference.SystemFields) SystemField(wanted, entry);
        foreach (var entry in difference.Relations)
        {
            Part(wanted.Relations, entry.Name, entry, SnapshotParser.CheckRelation, $"relation \"{entry.Name}\"");
        }

        return wanted;
    }

    private static bool IsChange(DifferenceEntry entry) => entry.Whole?.Kind != DifferenceKind.Rename;

    private static void Check(DifferenceEntry entry, string what, bool exists)
    {
        if (entry.Whole?.Kind == DifferenceKind.New && exists)
        {
            throw DirectusException.InvalidPayload($"Provided diff is trying to create {what} but it already exists. {Again}");
        }

        if (entry.Whole?.Kind == DifferenceKind.Deleted && !exists)
        {
            throw DirectusException.InvalidPayload($"Provided diff is trying to delete {what} but it does not exist. {Again}");
        }
    }

    private static void Collection(SnapshotDocument wanted, DifferenceEntry entry)
    {
        Part(wanted.Collections, entry.Collection, entry, SnapshotParser.CheckCollection, $"collection \"{entry.Collection}\"");
        if (wanted.Collections.ContainsKey(entry.Collection)) return;
        foreach (var name in wanted.Fields.Keys.Where(name => name.Collection == entry.Collection).ToList()) wanted.Fields.Remove(name);
        foreach (var name in wanted.Relations.Keys.Where(name => name.Collection == entry.Collection).ToList()) wanted.Relations.Remove(name);
    }

    private static void Part<TKey>(OrderedDictionary<TKey, JsonObject> parts, TKey key, DifferenceEntry entry,
        Func<JsonElement, string, TKey> check, string what) where TKey : notnull
    {
        if (entry.Differences.IsEmpty) return;
        if (entry.Whole is { Kind: DifferenceKind.Deleted })
        {
            parts.Remove(key);
            return;
        }

        var part = entry.Whole is { Kind: DifferenceKind.New } whole ? whole.Right as JsonObject
            : parts.GetValueOrDefault(key) is { } existing ? Changed(existing, entry, what)
            : throw DirectusException.InvalidPayload($"Provided diff is trying to change {what} but it does not exist. {Again}");
        if (part is null) throw DirectusException.InvalidPayload($"Provided diff is trying to create {what} without saying how");
        if (!check(JsonSerializer.SerializeToElement(part), what.Replace("\"", "", StringComparison.Ordinal)).Equals(key))
        {
            throw DirectusException.InvalidPayload($"Provided diff names {what} otherwise in what it creates");
        }

        parts[key] = part;
    }

    private static JsonObject Changed(JsonObject existing, DifferenceEntry entry, string what)
    {
        var part = (JsonObject)existing.DeepClone();
        foreach (var difference in entry.Differences) Change(part, difference, what);
        return part;
    }

    private static void Change(JsonObject part, Difference difference, string what)
    {
        if (difference.Path.IsEmpty) throw DirectusException.InvalidPayload($"Provided diff of {what} says more than one thing of the whole");
        JsonNode? place = part;
        foreach (var step in difference.Kind == DifferenceKind.Array ? difference.Path : difference.Path[..^1]) place = Into(place, step);
        if (difference.Kind == DifferenceKind.Array) ChangeEntry(place as JsonArray ?? throw Misplaced(what), difference, what);
        else Set(place ?? throw Misplaced(what), difference.Path[^1], difference, what);
    }

    private static JsonNode? Into(JsonNode? place, PathStep step) => (place, step) switch
    {
        (JsonObject parts, { Key: { } key }) => parts[key],
        (JsonArray list, { Key: null }) when step.Index < list.Count => list[step.Index],
        _ => null,
    };

    private static void Set(JsonNode place, PathStep step, Difference difference, string what)
    {
        switch (place, step)
        {
            case (JsonObject parts, { Key: { } key }) when difference.Kind == DifferenceKind.Deleted: parts.Remove(key); break;
            case (JsonObject parts, { Key: { } key }): parts[key] = difference.Right?.DeepClone(); break;
            case (JsonArray list, { Key: null }) when step.Index < list.Count: list[step.Index] = difference.Right?.DeepClone(); break;
            default: throw Misplaced(what);
        }
    }

    private static void ChangeEntry(JsonArray list, Difference difference, string what)
    {
        var (index, item) = (difference.Index, difference.Item!);
        if (item.Kind == DifferenceKind.Deleted)
        {
            // What is gone already is as it should be.
            if (index < list.Count && DeepDifference.Same(list[index], item.Left)) list.RemoveAt(index);
        }
        else if (item.Kind == DifferenceKind.Edited && index < list.Count) list[index] = item.Right?.DeepClone();
        else if (item.Kind == DifferenceKind.New) Fill(list, index, item.Right);
        else throw Misplaced(what);
    }

    // New entries are told from the last to the first: those before it follow.
    private static void Fill(JsonArray list, int index, JsonNode? value)
    {
        if (index >= MostEntries) throw DirectusException.InvalidPayload($"A list can't have more than {MostEntries} entries");
        while (list.Count <= index) list.Add(null);
        list[index] = value?.DeepClone();
    }

    private static void SystemField(SnapshotDocument wanted, DifferenceEntry entry)
    {
        foreach (var difference in entry.Differences)
        {
            var indexed = difference switch
            {
                { Kind: DifferenceKind.New, Path.IsEmpty: true } => true,
                { Kind: DifferenceKind.Deleted } => false,
                { Path: [{ Key: "schema" }, { Key: "is_indexed" }], Right: JsonValue value }
                    when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                    => value.GetValueKind() == JsonValueKind.True,
                _ => throw DirectusException.InvalidPayload($"Only \"schema.is_indexed\" may be modified for system fields, not \"{entry.Name}\""),
            };
            if (indexed) wanted.SystemFields![entry.Name] = SnapshotReader.IndexPart(entry.Name);
            else wanted.SystemFields!.Remove(entry.Name);
        }
    }

    private static DirectusException Misplaced(string what) =>
        DirectusException.InvalidPayload($"Provided diff of {what} does not fit what is there. {Again}");
}
