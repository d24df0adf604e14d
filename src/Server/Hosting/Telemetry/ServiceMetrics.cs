using System.Globalization;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;
using Prometheus;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>What was measured of the services, by Directus' names.</summary>
internal sealed class ServiceMetrics
{
    private static readonly double[] Milliseconds = [1, 10, 20, 40, 60, 80, 100, 200, 500, 750, 1000];

    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly MetricFactory _metrics;
    private readonly string _prefix;

    public ServiceMetrics(IOptions<MetricsOptions> options)
    {
        _metrics = Metrics.WithCustomRegistry(_registry);
        _prefix = options.Value.NamePrefix;
    }

    /// <summary>Adds what a check has seen; a part that did not answer counts as an error.</summary>
    public void Add(HealthMeasure measure)
    {
        if (!measure.Name.EndsWith(":responseTime", StringComparison.Ordinal)) return;
        var name = _prefix + Name(measure);
        var errors = _metrics.CreateCounter($"{name}_connection_errors", $"{measure.Name} connection error count");
        var times = _metrics.CreateHistogram($"{name}_response_time_ms", $"{measure.Name} connection response time",
            new HistogramConfiguration { Buckets = Milliseconds });
        if (measure.Status == HealthMeasure.Error) errors.Inc();
        else if (measure.Value is { } value) times.Observe(value);
    }

    /// <summary>Counts one more of what has this name and these labels, whose values have to be few.</summary>
    public void Count(string name, string help, string[] labels, params string[] values) =>
        _metrics.CreateCounter(_prefix + name, help, labels).WithLabels(values).Inc();

    /// <summary>The text that Prometheus reads.</summary>
    public Task WriteAsync(Stream stream, CancellationToken cancellation) => _registry.CollectAndExportAsTextAsync(stream, cancellation);

    // `pg:responseTime` → `db_pg`, `storage:local:responseTime` → `storage_local`.
    private static string Name(HealthMeasure measure)
    {
        var parts = measure.Name.Split(':')[..^1];
        var name = parts.Length == 1 ? $"db_{parts[0]}" : string.Join('_', parts);
        return string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).ToLower(CultureInfo.InvariantCulture);
    }
}
