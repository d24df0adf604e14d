namespace Directus.Grpc.Client;

/// <summary>A relation from a field of the many side to the one side.</summary>
public sealed record Relation
{
    /// <summary>Collection of the many side.</summary>
    public string Collection { get; init; } = "";

    /// <summary>Field of the many side.</summary>
    public string Field { get; init; } = "";

    /// <summary>Collection of the one side; absent for many-to-any.</summary>
    public string? RelatedCollection { get; init; }

    /// <summary>Settings; absent for a foreign key that nobody has set up.</summary>
    public RelationMeta? Meta { get; init; }

    /// <summary>Foreign key; absent when the database knows none.</summary>
    public RelationSchema? Schema { get; init; }
}
