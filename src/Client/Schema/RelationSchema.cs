namespace Directus.Grpc.Client;

/// <summary>Foreign key of a relation.</summary>
public sealed record RelationSchema
{
    /// <summary>Name of the constraint.</summary>
    public string? ConstraintName { get; init; }

    /// <summary>Table of the many side.</summary>
    public string? Table { get; init; }

    /// <summary>Column of the many side.</summary>
    public string? Column { get; init; }

    /// <summary>Database schema of the one side.</summary>
    public string? ForeignKeySchema { get; init; }

    /// <summary>Table of the one side.</summary>
    public string? ForeignKeyTable { get; init; }

    /// <summary>Column of the one side.</summary>
    public string? ForeignKeyColumn { get; init; }

    /// <summary>What an update of the one side does: <c>NO ACTION</c>, <c>CASCADE</c>, …</summary>
    public string? OnUpdate { get; init; }

    /// <summary>What deleting the one side does: <c>NO ACTION</c>, <c>CASCADE</c>, <c>SET NULL</c>, …</summary>
    public string? OnDelete { get; init; }
}
