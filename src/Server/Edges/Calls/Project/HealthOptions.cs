namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>What /server/health looks at.</summary>
internal sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>The check of the database.</summary>
    public const string Database = "database";

    /// <summary>HEALTHCHECK_ENABLED: whether it is there.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>HEALTHCHECK_SERVICES: names of what is looked at, by commas.</summary>
    public string Services { get; set; } = "database,redis,storage,email";

    /// <summary>HEALTHCHECK_CACHE_TTL: how long an answer is given again before anything is looked at once more.</summary>
    public TimeSpan CacheTtl { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>DB_HEALTHCHECK_THRESHOLD, in milliseconds.</summary>
    public int DatabaseThreshold { get; set; } = 150;

    /// <summary>RATE_LIMITER_HEALTHCHECK_THRESHOLD, in milliseconds: for Redis, which counts calls.</summary>
    public int RedisThreshold { get; set; } = 150;

    public IReadOnlySet<string> Names =>
        Services.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
