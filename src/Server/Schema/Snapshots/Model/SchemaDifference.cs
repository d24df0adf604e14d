using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Schema.Snapshots.Model;

/// <summary>What has to happen to one model to make it another.</summary>
internal sealed record SchemaDifference
{
    public List<DifferenceEntry> Collections { get; init; } = [];

    public List<DifferenceEntry> Fields { get; init; } = [];

    public List<DifferenceEntry> SystemFields { get; init; } = [];

    public List<DifferenceEntry> Relations { get; init; } = [];

    public bool IsEmpty => Collections.Count + Fields.Count + SystemFields.Count + Relations.Count == 0;

    public JsonObject ToJson() => new()
    {
        ["collections"] = List(Collections),
        ["fields"] = List(Fields),
        ["systemFields"] = List(SystemFields),
        ["relations"] = List(Relations),
    };

    private static JsonArray List(List<DifferenceEntry> entries) => new([.. entries.Select(entry => entry.ToJson())]);
}
