namespace Directus.Grpc.Server.Hosting.Telemetry;

internal static class MetricsSetup
{
    private const string Enabled = $"{MetricsOptions.Section}:{nameof(MetricsOptions.Enabled)}";

    /// <summary>What Prometheus reads, where METRICS_ENABLED says so; else nothing of it is there.</summary>
    public static void AddPrometheus(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration)) return;
        builder.Services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section);
        builder.Services.AddSingleton<ServiceMetrics>().AddSingleton<MetricsEndpoint>().AddHostedService<MetricsService>();
    }

    public static void MapPrometheus(this WebApplication app)
    {
        if (IsOn(app.Configuration)) app.MapGet("/metrics", app.Services.GetRequiredService<MetricsEndpoint>().InvokeAsync);
    }

    private static bool IsOn(IConfiguration configuration) => configuration.GetValue<bool>(Enabled);
}
