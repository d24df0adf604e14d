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

    /// <summary>Sends traces, metrics and logs by OTLP where OTEL_* name a receiver; else nothing of it is there.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = new TelemetryOptions(builder.Configuration);
        if (!options.Any) return;
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource =>
            resource.AddService(Service, serviceVersion: ProductVersion.Text).AddEnvironmentVariableDetector());
        if (options.Traces) telemetry.WithTracing(tracing => Trace(tracing, builder.Configuration));
        if (options.Metrics) telemetry.WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
        if (options.Logs) telemetry.WithLogging(logging => logging.AddOtlpExporter(), logs => logs.IncludeFormattedMessage = true);
    }

    /// <summary>A span around each request, where spans are sent.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (new TelemetryOptions(app.Configuration).Traces) app.Use((http, next) => EdgeSpans.InvokeAsync(http, next));
    }

    private static void Trace(TracerProviderBuilder tracing, IConfiguration configuration)
    {
        tracing.AddSource(Tracing.Name, "Npgsql").AddOtlpExporter();
        if (string.IsNullOrEmpty(configuration[Sampler])) tracing.SetSampler(new ParentBasedSampler(new BoundedSampler(TimeProvider.System)));
    }
}
