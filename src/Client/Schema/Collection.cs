using System.Text.Json.Serialization;

namespace Directus.Grpc.Client;

/// <summary>A collection: a table with its settings, or a folder of collections.</summary>
public sealed record Collection
{
    /// <summary>Name, the same as the table's.</summary>
    [JsonPropertyName("collection")]
    public string Name { get; init; } = "";

    /// <summary>Settings; absent for a table that nobody has set up.</summary>
    public CollectionMeta? Meta { get; init; }

    /// <summary>Table; absent for a folder.</summary>
    public CollectionSchema? Schema { get; init; }

    /// <summary>Fields to create along with the collection; only in requests.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];
}
