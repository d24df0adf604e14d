using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>METRICS_*: what Prometheus may read.</summary>
internal sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>METRICS_ENABLED: whether there is /metrics.</summary>
    public bool Enabled { get; set; }

    /// <summary>METRICS_TOKENS, by commas: who shows one (`Authorization: Metrics TOKEN`) is let in, beside administrators.</summary>
    public string Tokens { get; set; } = "";

    /// <summary>METRICS_SERVICES: what is measured, by commas.</summary>
    public string Services { get; set; } = "database,cache,redis,storage";

    /// <summary>METRICS_SCHEDULE: when it is measured, as cron.</summary>
    public string Schedule { get; set; } = "*/1 * * * *";

    /// <summary>METRICS_NAME_PREFIX: begins each name.</summary>
    public string NamePrefix { get; set; } = SystemCollections.Prefix;
}
