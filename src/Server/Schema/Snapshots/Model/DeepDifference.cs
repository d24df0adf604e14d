using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>Two JSON values → their differences, found in the order in which `deep-diff` finds them.</summary>
internal static class DeepDifference
{
    public static void Find(JsonNode? left, JsonNode? right, ImmutableArray<PathStep> path, List<Difference> found)
    {
        switch (left, right)
        {
            case (JsonObject from, JsonObject to): FindInObjects(from, to, path, found); break;
            case (JsonArray from, JsonArray to): FindInLists(from, to, path, found); break;
            default:
                if (!SamePlain(left, right)) found.Add(new Difference(DifferenceKind.Edited, path) { Left = left, Right = right });
                break;
        }
    }

    public static bool Same(JsonNode? left, JsonNode? right)
    {
        var found = new List<Difference>();
        Find(left, right, [], found);
        return found.Count == 0;
    }

    private static void FindInObjects(JsonObject from, JsonObject to, ImmutableArray<PathStep> path, List<Difference> found)
    {
        foreach (var (key, left) in from)
        {
            if (to.TryGetPropertyValue(key, out var right)) Find(left, right, path.Add(key), found);
            else found.Add(new Difference(DifferenceKind.Deleted, path.Add(key)) { Left = left });
        }

        foreach (var (key, right) in to)
        {
            if (!from.ContainsKey(key)) found.Add(new Difference(DifferenceKind.New, path.Add(key)) { Right = right });
        }
    }

    // From the end, so that the indexes stay true while entries are taken away.
    private static void FindInLists(JsonArray from, JsonArray to, ImmutableArray<PathStep> path, List<Difference> found)
    {
        for (var i = to.Count - 1; i >= from.Count; i--)
        {
            found.Add(new Difference(DifferenceKind.Array, path) { Index = i, Item = new Difference(DifferenceKind.New, []) { Right = to[i] } });
        }

        for (var i = from.Count - 1; i >= to.Count; i--)
        {
            found.Add(new Difference(DifferenceKind.Array, path) { Index = i, Item = new Difference(DifferenceKind.Deleted, []) { Left = from[i] } });
        }

        for (var i = Math.Min(from.Count, to.Count) - 1; i >= 0; i--) Find(from[i], to[i], path.Add(i), found);
    }

    private static bool SamePlain(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null) return left is null && right is null;
        var kind = left.GetValueKind();
        if (kind != right.GetValueKind()) return false;
        return kind switch
        {
            JsonValueKind.String => left.GetValue<string>() == right.GetValue<string>(),
            JsonValueKind.Number => SameNumber(left.ToJsonString(), right.ToJsonString()),
            _ => true,
        };
    }

    private static bool SameNumber(string left, string right) =>
        left == right || (Number(left) is { } one && Number(right) is { } other && one == other);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
