namespace Directus.Grpc.Client;

/// <summary>Table of a collection.</summary>
public sealed record CollectionSchema
{
    /// <summary>Name of the table.</summary>
    public string Name { get; init; } = "";

    /// <summary>Database schema of the table, on PostgreSQL.</summary>
    public string? Schema { get; init; }

    /// <summary>Comment on the table.</summary>
    public string? Comment { get; init; }
}
