using System.Text.Json;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>Entries of a list that can be told apart: by their key, or as parts of a model; keys alone by themselves.</summary>
internal sealed class ListEntries
{
    private readonly Dictionary<string, (int Place, JsonElement Value)> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    private ListEntries()
    {
    }

    /// <summary>Their names as they stand.</summary>
    public IReadOnlyList<string> Names => _names;

    public JsonElement this[string name] => _entries[name].Value;

    /// <summary>Null where one has no name. Of several of one name each stands for itself.</summary>
    public static ListEntries? Of(JsonElement list)
    {
        var entries = new ListEntries();
        foreach (var entry in list.EnumerateArray())
        {
            if (Name(entry) is not { } name) return null;
            while (!entries._entries.TryAdd(name, (entries._names.Count, entry))) name += "'";
            entries._names.Add(name);
        }

        return entries;
    }

    public bool Has(string name) => _entries.ContainsKey(name);

    public int Place(string name) => _entries[name].Place;

    private static string? Name(JsonElement entry)
    {
        if (entry.ValueKind is JsonValueKind.String or JsonValueKind.Number) return entry.ToString();
        if (entry.ValueKind != JsonValueKind.Object) return null;
        if (entry.TryGetProperty("id", out var key)) return key.ToString();
        if (!entry.TryGetProperty("collection", out var collection)) return null;
        return entry.TryGetProperty("field", out var field) ? $"{collection}.{field}" : collection.ToString();
    }
}
