using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Hosting.Telemetry;
using Directus.Grpc.Server.Retention;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Logs, health, metrics and retention.</summary>
internal static class OperationsSettings
{
    private static readonly string[] Levels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

    public static Setting[] All { get; } =
    [
        new("LOG_LEVEL", $"{LogOptions.Section}:Level", SettingKind.Choice, Levels),
        new("LOG_STYLE", $"{LogOptions.Section}:Style", SettingKind.Choice, "pretty", "raw"),
        new("LOG_HTTP_IGNORE_PATHS", $"{LogOptions.Section}:{nameof(LogOptions.HttpIgnorePaths)}"),
        new("HEALTHCHECK_ENABLED", $"{HealthOptions.Section}:{nameof(HealthOptions.Enabled)}", SettingKind.Flag),
        new("HEALTHCHECK_SERVICES", $"{HealthOptions.Section}:{nameof(HealthOptions.Services)}", SettingKind.Choices, "database", "redis", "storage",
            "email"),
        new("HEALTHCHECK_CACHE_TTL", $"{HealthOptions.Section}:{nameof(HealthOptions.CacheTtl)}", SettingKind.Duration),
        new("DB_HEALTHCHECK_THRESHOLD", $"{HealthOptions.Section}:{nameof(HealthOptions.DatabaseThreshold)}", SettingKind.Integer) { Min = 1 },
        new("RETENTION_ENABLED", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Enabled)}", SettingKind.Flag),
        new("RETENTION_SCHEDULE", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Schedule)}", SettingKind.Cron),
        new("RETENTION_BATCH", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Batch)}", SettingKind.Integer) { Min = 1, Max = 10_000 },
        new("ACTIVITY_RETENTION", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Activity)}", SettingKind.DurationOrNever),
        new("REVISIONS_RETENTION", $"{RetentionOptions.Section}:{nameof(RetentionOptions.Revisions)}", SettingKind.DurationOrNever),
        new("FLOW_LOGS_RETENTION", $"{RetentionOptions.Section}:{nameof(RetentionOptions.FlowLogs)}", SettingKind.DurationOrNever),
        new("METRICS_ENABLED", $"{MetricsOptions.Section}:{nameof(MetricsOptions.Enabled)}", SettingKind.Flag),
        new("METRICS_TOKENS", $"{MetricsOptions.Section}:{nameof(MetricsOptions.Tokens)}", SettingKind.Secret),
        new("METRICS_SERVICES", $"{MetricsOptions.Section}:{nameof(MetricsOptions.Services)}", SettingKind.Choices, "database", "cache", "redis",
            "storage"),
        new("METRICS_SCHEDULE", $"{MetricsOptions.Section}:{nameof(MetricsOptions.Schedule)}", SettingKind.Cron),
        new("METRICS_NAME_PREFIX", $"{MetricsOptions.Section}:{nameof(MetricsOptions.NamePrefix)}", SettingKind.MetricName),
    ];
}
