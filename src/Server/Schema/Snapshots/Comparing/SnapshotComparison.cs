using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema.Snapshots.Model;

namespace Directus.Grpc.Server.Schema.Snapshots.Comparing;

/// <summary>The model that is, and the one that is wanted → their difference. A key that the wanted one leaves out says
/// nothing, as older releases know fewer of them.</summary>
internal sealed class SnapshotComparison
{
    private readonly SnapshotDocument _current;
    private readonly SnapshotDocument _wanted;
    private readonly bool _mirror;
    private readonly SchemaDifference _result = new();

    private SnapshotComparison(SnapshotDocument current, SnapshotDocument wanted, ComparisonMode mode) =>
        (_current, _wanted, _mirror) = (current, wanted, mode == ComparisonMode.Mirror);

    public static SchemaDifference Compare(SnapshotDocument current, SnapshotDocument wanted, ComparisonMode mode = ComparisonMode.Mirror)
    {
        var comparison = new SnapshotComparison(current, wanted, mode);
        comparison.Collections();
        comparison.Fields();
        comparison.SystemFields();
        comparison.Relations();
        return comparison._result;
    }

    private void Collections()
    {
        foreach (var (name, current) in _current.Collections)
        {
            if (_wanted.Collections.TryGetValue(name, out var wanted)) Add(_result.Collections, new DifferenceEntry(name, Changes(current, wanted)));
            else if (_mirror) _result.Collections.Add(new DifferenceEntry(name, Gone(current)));
        }

        foreach (var (name, wanted) in _wanted.Collections)
        {
            if (!_current.Collections.ContainsKey(name)) _result.Collections.Add(new DifferenceEntry(name, New(wanted)));
        }
    }

    private void Fields()
    {
        foreach (var (name, current) in _current.Fields)
        {
            if (_wanted.Fields.TryGetValue(name, out var wanted)) Add(_result.Fields, Entry(name, Changes(current, wanted)));
            else if (_mirror && !IsGone(name.Collection)) _result.Fields.Add(Entry(name, Gone(current)));
        }

        foreach (var (name, wanted) in _wanted.Fields)
        {
            if (!_current.Fields.ContainsKey(name)) _result.Fields.Add(Entry(name, New(wanted)));
        }
    }

    // An index is there or not: the difference tells nothing else.
    private void SystemFields()
    {
        if (_wanted.SystemFields is not { } wanted || _current.SystemFields is not { } current) return;
        foreach (var name in current.Keys.Where(name => _mirror && !wanted.ContainsKey(name))) _result.SystemFields.Add(Indexed(name, false));
        foreach (var name in wanted.Keys.Where(name => !current.ContainsKey(name))) _result.SystemFields.Add(Indexed(name, true));
    }

    private void Relations()
    {
        foreach (var (name, current) in _current.Relations)
        {
            if (_wanted.Relations.TryGetValue(name, out var wanted)) Add(_result.Relations, Relation(name, current, Changes(current, wanted)));
            else if (_mirror && !IsGone(name.Collection)) _result.Relations.Add(Relation(name, current, Gone(current)));
        }

        foreach (var (name, wanted) in _wanted.Relations)
        {
            if (!_current.Relations.ContainsKey(name)) _result.Relations.Add(Relation(name, wanted, New(wanted)));
        }
    }

    // What goes with its collection is not told apart.
    private bool IsGone(string collection) => _current.Collections.ContainsKey(collection) && !_wanted.Collections.ContainsKey(collection);

    private static ImmutableArray<Difference> Changes(JsonObject current, JsonObject wanted)
    {
        var found = new List<Difference>();
        foreach (var key in new[] { "type", "related_collection" })
        {
            if (current.ContainsKey(key) && wanted.TryGetPropertyValue(key, out var value)) DeepDifference.Find(current[key], value, [key], found);
        }

        var retyped = found.Any(difference => difference.Path[0].Key == "type");
        FindInParts(current["meta"] as JsonObject, wanted["meta"] as JsonObject, "meta", found);
        var (column, wantedColumn) = (current["schema"] as JsonObject, wanted["schema"] as JsonObject);
        if (column is null && wantedColumn is not null) found.Add(new Difference(DifferenceKind.New, ["schema"]) { Right = wantedColumn });
        else if (column is not null && wantedColumn is null) found.Add(new Difference(DifferenceKind.Deleted, ["schema"]) { Left = column });
        else FindInParts(column, retyped ? Told(wantedColumn!) : wantedColumn, "schema", found);
        return [.. found];
    }

    // What the old type had may not go with the new one: what is not told then is not wanted.
    private static JsonObject Told(JsonObject wanted)
    {
        var told = (JsonObject)wanted.DeepClone();
        told.TryAdd("data_type", null);
        told.TryAdd("default_value", null);
        told.TryAdd("is_unique", false);
        told.TryAdd("is_indexed", false);
        return told;
    }

    private static void FindInParts(JsonObject? current, JsonObject? wanted, string part, List<Difference> found)
    {
        if (current is null || wanted is null) return;
        var counts = Flag(current) && Flag(wanted);
        foreach (var (key, value) in current)
        {
            // What is unique has its index by that.
            if (key == "is_indexed" && Holds(wanted, key) && Holds(wanted.ContainsKey("is_unique") ? wanted : current, "is_unique")) continue;
            if (IsOwn(key, counts) || !wanted.TryGetPropertyValue(key, out var other)) continue;
            DeepDifference.Find(value, other, [part, key], found);
        }
    }

    private static bool Flag(JsonObject column) => Holds(column, "has_auto_increment");

    private static bool Holds(JsonObject column, string key) => column[key] is { } flag && flag.GetValueKind() == System.Text.Json.JsonValueKind.True;

    // The names of constraints and counters are each database's own.
    private static bool IsOwn(string key, bool counts) => key == "constraint_name" || (counts && key == "default_value");

    private static void Add(List<DifferenceEntry> entries, DifferenceEntry entry)
    {
        if (!entry.Differences.IsEmpty) entries.Add(entry);
    }

    private static ImmutableArray<Difference> New(JsonObject part) => [new Difference(DifferenceKind.New, []) { Right = part }];

    private static ImmutableArray<Difference> Gone(JsonObject part) => [new Difference(DifferenceKind.Deleted, []) { Left = part }];

    private static DifferenceEntry Entry(FieldName name, ImmutableArray<Difference> differences) =>
        new(name.Collection, differences) { Field = name.Field };

    private static DifferenceEntry Relation(FieldName name, JsonObject part, ImmutableArray<Difference> differences) =>
        Entry(name, differences) with { IsRelation = true, Related = (string?)part["related_collection"] };

    private static DifferenceEntry Indexed(FieldName name, bool wanted) => Entry(name,
        [new Difference(DifferenceKind.Edited, ["schema", "is_indexed"]) { Left = !wanted, Right = wanted }]);
}
