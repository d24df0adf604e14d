namespace Directus.Grpc.Server.Schema.Checkup;

/// <summary>How much a finding matters.</summary>
public enum FindingLevel
{
    /// <summary>Something to know.</summary>
    Note,

    /// <summary>Something to do when there is time.</summary>
    Advice,

    /// <summary>Something to do before the database is served.</summary>
    Problem,
}

/// <summary>What was found when a database was looked at.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="What">What is so.</param>
/// <param name="Remedy">What to do about it; null for nothing.</param>
public sealed record Finding(FindingLevel Level, string What, string? Remedy = null);
