namespace Directus.Grpc.Client;

/// <summary>Settings of a relation, a row of directus_relations.</summary>
public sealed record RelationMeta
{
    /// <summary>Primary key of the row.</summary>
    public int? Id { get; init; }

    /// <summary>Collection of the many side.</summary>
    public string? ManyCollection { get; init; }

    /// <summary>Field of the many side.</summary>
    public string? ManyField { get; init; }

    /// <summary>Collection of the one side.</summary>
    public string? OneCollection { get; init; }

    /// <summary>Alias field of the one side that lists the many.</summary>
    public string? OneField { get; init; }

    /// <summary>Collections that a many-to-any may refer to.</summary>
    public IReadOnlyList<string> OneAllowedCollections { get; init; } = [];

    /// <summary>Field that names the collection of a many-to-any.</summary>
    public string? OneCollectionField { get; init; }

    /// <summary>What happens to an item taken out of the list: <c>nullify</c> or <c>delete</c>.</summary>
    public string? OneDeselectAction { get; init; }

    /// <summary>Field of the junction that leads to the other side of a many-to-many.</summary>
    public string? JunctionField { get; init; }

    /// <summary>Field of the many side that holds the manual order.</summary>
    public string? SortField { get; init; }

    /// <summary>Whether it belongs to the system.</summary>
    public bool? System { get; init; }
}
