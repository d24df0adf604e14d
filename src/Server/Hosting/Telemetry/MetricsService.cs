using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Retention;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>Measures the services at the start and then by the schedule.</summary>
internal sealed class MetricsService(ServiceMetrics metrics, HealthCheckService checks, IOptions<MetricsOptions> options,
    TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly HashSet<string> _services = [.. options.Value.Services.Split(',',
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Schedule.TryParse(options.Value.Schedule, out var schedule)) return;
        await MeasureAsync(stoppingToken);
        while (schedule.After(time.GetUtcNow(), time.LocalTimeZone) is { } next)
        {
            while (next - time.GetUtcNow() is { Ticks: > 0 } rest) await Task.Delay(rest < LongestWait ? rest : LongestWait, time, stoppingToken);
            await MeasureAsync(stoppingToken);
        }
    }

    private async Task MeasureAsync(CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(check => _services.Contains(check.Name), cancellation);
        foreach (var measure in report.Entries.Values.SelectMany(entry => entry.Data.Values).OfType<HealthMeasure>()) metrics.Add(measure);
    }
}
