namespace Directus.Grpc.Server.Data.SystemTables;

/// <summary>A relation between system collections; these have no row in directus_relations.</summary>
internal sealed record SystemRelation(string ManyCollection, string ManyField, string OneCollection)
{
    public string? OneField { get; init; }

    public string? JunctionField { get; init; }

    public string? SortField { get; init; }

    public string OneDeselectAction { get; init; } = "nullify";
}
