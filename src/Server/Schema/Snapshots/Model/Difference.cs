using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>One difference between two values, in the words of the `deep-diff` library.</summary>
/// <param name="Path">Keys and indexes that lead to it; empty for the whole.</param>
internal sealed record Difference(DifferenceKind Kind, ImmutableArray<PathStep> Path)
{
    public JsonNode? Left { get; init; }

    public JsonNode? Right { get; init; }

    /// <summary>Where in the list, for <see cref="DifferenceKind.Array"/>.</summary>
    public int Index { get; init; }

    /// <summary>What became of that entry.</summary>
    public Difference? Item { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["kind"] = DifferenceKinds.Name(Kind) };
        if (!Path.IsEmpty) json["path"] = new JsonArray([.. Path.Select(step => step.ToJson())]);
        if (Kind is DifferenceKind.Deleted or DifferenceKind.Edited or DifferenceKind.Rename) json["lhs"] = Left?.DeepClone();
        if (Kind is DifferenceKind.New or DifferenceKind.Edited or DifferenceKind.Rename) json["rhs"] = Right?.DeepClone();
        if (Kind != DifferenceKind.Array) return json;
        json["index"] = Index;
        json["item"] = Item!.ToJson();
        return json;
    }
}

/// <summary>A key of an object, or a position in a list.</summary>
internal readonly record struct PathStep(string? Key, int Index)
{
    public static implicit operator PathStep(string key) => new(key, 0);

    public static implicit operator PathStep(int index) => new(null, index);

    public JsonNode ToJson() => Key is null ? JsonValue.Create(Index) : JsonValue.Create(Key);
}
