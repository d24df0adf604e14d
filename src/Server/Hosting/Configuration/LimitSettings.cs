using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Hosting.Pressure;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Calls in a while, pressure, and Redis.</summary>
internal static class LimitSettings
{
    private static readonly string[] Stores = [RateLimiterOptions.Memory, RateLimiterOptions.Redis];

    public static Setting[] All { get; } =
    [
        .. Rate("RATE_LIMITER", nameof(RateLimiterOptions.Caller)),
        .. Rate("RATE_LIMITER_GLOBAL", nameof(RateLimiterOptions.Global)),
        .. Rate("RATE_LIMITER_REGISTRATION", nameof(RateLimiterOptions.Registration)),
        new("RATE_LIMITER_STORE", $"{RateLimiterOptions.Section}:{nameof(RateLimiterOptions.Caller)}:{nameof(CallerRate.Store)}", SettingKind.Choice,
            Stores),
        new("RATE_LIMITER_GLOBAL_STORE", $"{RateLimiterOptions.Section}:{nameof(RateLimiterOptions.Global)}:{nameof(CallerRate.Store)}",
            SettingKind.Choice, Stores),
        new("PRESSURE_LIMITER_ENABLED", $"{PressureOptions.Section}:{nameof(PressureOptions.Enabled)}", SettingKind.Flag),
        new("PRESSURE_LIMITER_SAMPLE_INTERVAL", $"{PressureOptions.Section}:{nameof(PressureOptions.SampleInterval)}",
            SettingKind.Integer) { Min = 10, Max = 60_000 },
        new("PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY", $"{PressureOptions.Section}:{nameof(PressureOptions.MaxDelay)}",
            SettingKind.Integer) { Min = 1, Max = 60_000, OrFalse = true },
        new("PRESSURE_LIMITER_MAX_MEMORY_RSS", $"{PressureOptions.Section}:{nameof(PressureOptions.MaxMemory)}",
            SettingKind.Bytes) { OrFalse = true },
        new("PRESSURE_LIMITER_MAX_MEMORY_HEAP_USED", $"{PressureOptions.Section}:{nameof(PressureOptions.MaxHeap)}",
            SettingKind.Bytes) { OrFalse = true },
        new("PRESSURE_LIMITER_RETRY_AFTER", $"{PressureOptions.Section}:{nameof(PressureOptions.RetryAfter)}",
            SettingKind.Integer) { Min = 1, OrFalse = true },
        new("REDIS", $"{RedisOptions.Section}:{nameof(RedisOptions.Url)}", SettingKind.RedisUrl),
        new("REDIS_HOST", $"{RedisOptions.Section}:{nameof(RedisOptions.Host)}"),
        new("REDIS_PORT", $"{RedisOptions.Section}:{nameof(RedisOptions.Port)}", SettingKind.Port),
        new("REDIS_USERNAME", $"{RedisOptions.Section}:{nameof(RedisOptions.Username)}"),
        new("REDIS_PASSWORD", $"{RedisOptions.Section}:{nameof(RedisOptions.Password)}", SettingKind.Secret),
        new("RATE_LIMITER_HEALTHCHECK_THRESHOLD", $"{HealthOptions.Section}:{nameof(HealthOptions.RedisThreshold)}", SettingKind.Integer) { Min = 1 },
    ];

    private static Setting[] Rate(string prefix, string property) =>
    [
        new($"{prefix}_ENABLED", $"{RateLimiterOptions.Section}:{property}:{nameof(CallerRate.Enabled)}", SettingKind.Flag),
        new($"{prefix}_POINTS", $"{RateLimiterOptions.Section}:{property}:{nameof(CallerRate.Points)}", SettingKind.Integer) { Min = 1 },
        new($"{prefix}_DURATION", $"{RateLimiterOptions.Section}:{property}:{nameof(CallerRate.Duration)}",
            SettingKind.Integer) { Min = 1, Max = 1_000_000 },
    ];
}
