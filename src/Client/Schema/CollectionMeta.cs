using System.Text.Json.Nodes;

namespace Directus.Grpc.Client;

/// <summary>Settings of a collection, a row of directus_collections.</summary>
public sealed record CollectionMeta
{
    /// <summary>Name of the collection.</summary>
    public string? Collection { get; init; }

    /// <summary>Icon to show.</summary>
    public string? Icon { get; init; }

    /// <summary>Description.</summary>
    public string? Note { get; init; }

    /// <summary>Template that shows an item in one line.</summary>
    public string? DisplayTemplate { get; init; }

    /// <summary>Whether apps hide it.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Whether it holds one item only.</summary>
    public bool? Singleton { get; init; }

    /// <summary>Names in other languages.</summary>
    public JsonNode? Translations { get; init; }

    /// <summary>Field that tells whether an item is archived.</summary>
    public string? ArchiveField { get; init; }

    /// <summary>Whether apps offer a filter on archived items.</summary>
    public bool? ArchiveAppFilter { get; init; }

    /// <summary>Value of an archived item.</summary>
    public string? ArchiveValue { get; init; }

    /// <summary>Value of an item taken out of the archive.</summary>
    public string? UnarchiveValue { get; init; }

    /// <summary>Field that holds the manual order.</summary>
    public string? SortField { get; init; }

    /// <summary>What is recorded of changes: <c>all</c>, <c>activity</c> or nothing.</summary>
    public string? Accountability { get; init; }

    /// <summary>Colour to show.</summary>
    public string? Color { get; init; }

    /// <summary>Fields that a duplicate takes over.</summary>
    public JsonNode? ItemDuplicationFields { get; init; }

    /// <summary>Position among the collections.</summary>
    public int? Sort { get; init; }

    /// <summary>Folder that it is in.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the folder is shown <c>open</c>, <c>closed</c> or <c>locked</c>.</summary>
    public string? Collapse { get; init; }

    /// <summary>Address of a preview of an item.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>Whether items have content versions.</summary>
    public bool? Versioning { get; init; }

    /// <summary>Whether it belongs to the system.</summary>
    public bool? System { get; init; }
}
