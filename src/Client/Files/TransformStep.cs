using System.Text.Json.Nodes;

namespace Directus.Grpc.Client;

/// <summary>One step of a transformation.</summary>
public sealed record TransformStep
{
    /// <summary>Name of the operation, as <c>blur</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the operation is to be done with.</summary>
    public IReadOnlyList<JsonNode?> Arguments { get; init; } = [];
}
