using System.Globalization;
using System.Text.Json;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>Places in which two JSON values differ. The order of keys is nothing to JSON; numbers are the same by their value, and times to
/// the millisecond, in whatever form they are written.</summary>
/// <param name="inAnyOrder">Whether the order of entries that can be told apart says nothing.</param>
internal sealed class JsonDifferences(bool inAnyOrder = false)
{
    private const int Most = 10;

    private readonly List<string> _lines = [];
    private int _more;

    /// <summary>`data[0].title: differs`; of many the first, and how many more there are.</summary>
    public IReadOnlyList<string> Lines => _more == 0 ? _lines : [.. _lines, $"and {_more} more"];

    public void Add(string path, string what)
    {
        if (_lines.Count == Most) _more++;
        else _lines.Add($"{(path.Length == 0 ? "body" : path)}: {what}");
    }

    /// <summary>Compares answers; refusals in them are left to who knows their codes.</summary>
    public void Compare(JsonElement here, JsonElement there) => Compare("", here, there);

    private void Compare(string path, JsonElement here, JsonElement there)
    {
        var (kind, other) = (Kind(here), Kind(there));
        if (kind != other) Add(path, $"{kind} here, {other} there");
        else if (here.ValueKind == JsonValueKind.Object) CompareObjects(path, here, there);
        else if (here.ValueKind == JsonValueKind.Array) CompareLists(path, here, there);
        else if (!IsSame(here, there)) Add(path, "differs");
    }

    private void CompareObjects(string path, JsonElement here, JsonElement there)
    {
        foreach (var entry in here.EnumerateObject())
        {
            if (path.Length == 0 && entry.Name == "errors") continue;
            var place = path.Length == 0 ? entry.Name : $"{path}.{entry.Name}";
            if (there.TryGetProperty(entry.Name, out var other)) Compare(place, entry.Value, other);
            else Add(place, "only here");
        }

        foreach (var entry in there.EnumerateObject())
        {
            if (path.Length == 0 && entry.Name == "errors") continue;
            if (!here.TryGetProperty(entry.Name, out _)) Add(path.Length == 0 ? entry.Name : $"{path}.{entry.Name}", "only there");
        }
    }

    private void CompareLists(string path, JsonElement here, JsonElement there)
    {
        if (ListEntries.Of(here) is { } ours && ListEntries.Of(there) is { } theirs)
        {
            CompareEntries(path, ours, theirs);
            return;
        }

        var (length, other) = (here.GetArrayLength(), there.GetArrayLength());
        if (length != other) Add(path, $"{length} entries here, {other} there");
        else if (!inAnyOrder && HaveOtherOrder(here, there)) Add(path, "other order");
        else
            for (var at = 0; at < length; at++) Compare(At(path, at), here[at], there[at]);
    }

    // Each entry of the one has its own in the other. Of long lists that is not worth finding out.
    private static bool HaveOtherOrder(JsonElement here, JsonElement there)
    {
        var rest = there.EnumerateArray().ToList();
        if (rest.Count > 200 || here.EnumerateArray().Zip(rest, IsEqual).All(same => same)) return false;
        foreach (var entry in here.EnumerateArray())
        {
            var at = rest.FindIndex(other => IsEqual(entry, other));
            if (at < 0) return false;
            rest.RemoveAt(at);
        }

        return true;
    }

    private static bool IsEqual(JsonElement here, JsonElement there)
    {
        var found = new JsonDifferences();
        found.Compare("entry", here, there);
        return found._lines.Count == 0;
    }

    // Entries that can be told apart are compared with themselves, wherever they stand.
    private void CompareEntries(string path, ListEntries here, ListEntries there)
    {
        var both = here.Names.Where(there.Has).ToArray();
        var (alone, other) = (here.Names.Count - both.Length, there.Names.Count - both.Length);
        if (alone + other > 0) Add(path, $"{alone} entries only here, {other} only there");
        if (!inAnyOrder && !both.SequenceEqual(there.Names.Where(here.Has))) Add(path, "other order");
        foreach (var name in both) Compare(At(path, here.Place(name)), here[name], there[name]);
    }

    private static string At(string path, int at) => $"{path}[{at.ToString(CultureInfo.InvariantCulture)}]";

    private static bool IsSame(JsonElement here, JsonElement there) => here.ValueKind switch
    {
        JsonValueKind.Number => here.GetRawText() == there.GetRawText() || (here.TryGetDecimal(out var number) && there.TryGetDecimal(out var other)
            ? number == other
            : here.GetDouble().Equals(there.GetDouble())),
        JsonValueKind.String => here.ValueEquals(there.GetString()) || (Time(here.GetString()!) is { } time && Time(there.GetString()!) == time),
        _ => here.ValueKind == there.ValueKind,
    };

    // `2026-01-31T12:00:00Z` and `2026-01-31T12:00:00.000Z`; one without a zone is another one than one with it.
    private static (DateTime Milliseconds, bool Zoned)? Time(string text)
    {
        if (text.Length < 19 || text[4] != '-' || text[10] is not ('T' or ' ')) return null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return null;
        var zoned = text[^1] == 'Z' || text.AsSpan(19).ContainsAny('+', '-');
        return (new DateTime(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc), zoned);
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
