using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>The differences of one collection, field or relation.</summary>
internal sealed record DifferenceEntry(string Collection, ImmutableArray<Difference> Differences)
{
    /// <summary>The field; null for a collection.</summary>
    public string? Field { get; init; }

    /// <summary>For a relation, its one side; null there for many-to-any.</summary>
    public string? Related { get; init; }

    public bool IsRelation { get; init; }

    public FieldName Name => new(Collection, Field!);

    /// <summary>What became of the whole; null when only parts of it differ.</summary>
    public Difference? Whole =>
        Differences is [{ Path.IsEmpty: true, Kind: not DifferenceKind.Edited and not DifferenceKind.Array } whole] ? whole : null;

    /// <summary>The keys of `meta` or `schema` that differ.</summary>
    public IReadOnlyList<string> Keys(string section) => [.. Differences
        .Where(difference => difference.Path is [{ } first, { Key: not null }, ..] && first.Key == section)
        .Select(difference => difference.Path[1].Key!).Distinct()];

    /// <summary>Of a part, the settings that differ.</summary>
    public JsonObject Settings(JsonObject part) =>
        new(Keys("meta").Select(key => KeyValuePair.Create(key, part["meta"]?[key]?.DeepClone())));

    /// <summary>What differs, in words.</summary>
    public string Names => string.Join(", ", Differences
        .Select(difference => string.Join('.', difference.Path.Take(2).Select(step => step.Key))).Distinct());

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["collection"] = Collection };
        if (Field is not null) json["field"] = Field;
        if (IsRelation) json["related_collection"] = Related;
        json["diff"] = new JsonArray([.. Differences.Select(difference => difference.ToJson())]);
        return json;
    }
}
