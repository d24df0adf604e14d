using Directus.Grpc.Server.Kernel;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Directus.Grpc.Server.Hosting.Telemetry;

internal static class TelemetrySetup
{
    private const string Service = "directus-grpc";

    private const string Sampler = "OTEL_TRACES_SAMPLER";

    private static readonly string[] Meters = ["Directus.Grpc.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql",
        "System.Runtime"];

    // Each of them is counted up and down for every request, and is nearly always nought when somebody looks.
    private static readonly string[] Costly = ["http.server.active_requests", "kestrel.queued_requests"];

    /// <summary>Sends traces, metrics and logs by OTLP where OTEL_* name a receiver; else nothing of it is there.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = new TelemetryOptions(builder.Configuration);
        if (!options.Any) return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource =>
            resource.AddService(Service, serviceVersion: ProductVersion.Text).AddEnvironmentVariableDetector());
        if (options.Traces) telemetry.WithTracing(tracing => tracing.AddSource(Tracing.Name, "Npgsql").AddOtlpExporter());
        if (options.Metrics) telemetry.WithMetrics(metrics => Measure(metrics).AddOtlpExporter());
        if (options.Logs) telemetry.WithLogging(logging => logging.AddOtlpExporter(), logs => logs.IncludeFormattedMessage = true);
    }

    /// <summary>A span around each request, where spans are sent.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (!new TelemetryOptions(app.Configuration).Traces) return;
        // Where a sampler is named, it decides.
        var spans = new EdgeSpans(string.IsNullOrEmpty(app.Configuration[Sampler]) ? new TraceBudget(TimeProvider.System) : null);
        app.Use(spans.InvokeAsync);
    }

    private static MeterProviderBuilder Measure(MeterProviderBuilder metrics)
    {
        foreach (var name in Costly) metrics.AddView(name, MetricStreamConfiguration.Drop);
        return metrics.AddMeter(Meters);
    }
}
