namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>The variables of OpenTelemetry that are looked at here. Its packages read them by their own names.</summary>
internal static class TelemetrySettings
{
    /// <summary>Begins the names of all of them.</summary>
    public const string Prefix = "OTEL_";

    private static readonly string[] Exporters = ["otlp", "none"];
    private static readonly string[] Samplers = ["always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off",
        "parentbased_traceidratio"];

    public static Setting[] All { get; } =
    [
        Named("OTEL_SDK_DISABLED", SettingKind.Flag),
        Named("OTEL_SERVICE_NAME"),
        Named("OTEL_RESOURCE_ATTRIBUTES"),
        Named("OTEL_EXPORTER_OTLP_ENDPOINT", SettingKind.Url),
        Named("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", SettingKind.Url),
        Named("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", SettingKind.Url),
        Named("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", SettingKind.Url),
        Named("OTEL_EXPORTER_OTLP_PROTOCOL", SettingKind.Choice, "grpc", "http/protobuf"),
        Named("OTEL_EXPORTER_OTLP_HEADERS", SettingKind.Secret),
        Named("OTEL_EXPORTER_OTLP_TIMEOUT", SettingKind.Integer) with { Min = 1 },
        Named("OTEL_TRACES_EXPORTER", SettingKind.Choice, Exporters),
        Named("OTEL_METRICS_EXPORTER", SettingKind.Choice, Exporters),
        Named("OTEL_LOGS_EXPORTER", SettingKind.Choice, Exporters),
        Named("OTEL_TRACES_SAMPLER", SettingKind.Choice, Samplers),
        Named("OTEL_TRACES_SAMPLER_ARG", SettingKind.Share),
        Named("OTEL_METRIC_EXPORT_INTERVAL", SettingKind.Integer) with { Min = 1 },
        Named("OTEL_BSP_SCHEDULE_DELAY", SettingKind.Integer) with { Min = 1 },
    ];

    private static Setting Named(string name, SettingKind kind = SettingKind.Text, params string[] choices) => new(name, name, kind, choices);
}
