namespace Directus.Grpc.Server.Query.Planning;

/// <summary>Bounds of a plan. `Hosting` fills it from QUERY_LIMIT_DEFAULT, QUERY_LIMIT_MAX, MAX_RELATIONAL_DEPTH.</summary>
public sealed class PlannerOptions
{
    public int DefaultLimit { get; set; } = 100;

    /// <summary>Largest limit that may be asked; -1 for none.</summary>
    public int MaxLimit { get; set; } = -1;

    public int MaxRelationalDepth { get; set; } = 10;
}
