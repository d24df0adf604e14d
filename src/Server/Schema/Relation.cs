using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Data.Databases.Catalogue;

namespace Directus.Grpc.Server.Schema;

/// <summary>A relation, seen from its many side. Many-to-any relations have no one collection but a list.</summary>
public sealed record Relation
{
    public required string ManyCollection { get; init; }

    public required string ManyField { get; init; }

    /// <summary>Null for many-to-any.</summary>
    public string? OneCollection { get; init; }

    /// <summary>Alias field of the one side that lists the many.</summary>
    public string? OneField { get; init; }

    /// <summary>Field beside the many field that names the collection of a many-to-any.</summary>
    public string? OneCollectionField { get; init; }

    public ImmutableArray<string> OneAllowedCollections { get; init; } = [];

    public string? JunctionField { get; init; }

    public string? SortField { get; init; }

    /// <summary>`nullify` or `delete`.</summary>
    public string OneDeselectAction { get; init; } = "nullify";

    public ForeignKeySchema? ForeignKey { get; init; }

    /// <summary>The row of directus_relations, null for a foreign key that nobody has set up.</summary>
    public JsonObject? Meta { get; init; }

    public bool IsAny => OneCollection is null;

    public override string ToString() => $"{ManyCollection}.{ManyField} -> {OneCollection ?? "any"}";
}
