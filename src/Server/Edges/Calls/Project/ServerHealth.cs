using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>The state of the parts that the server needs. Anyone may ask for it, and looking costs a connection to each of them:
/// those who ask at one time share one look.</summary>
internal sealed class ServerHealth(HealthCheckService checks, IOptions<HealthOptions> options, PublicAddress address, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly IReadOnlySet<string> _names = options.Value.Names;
    private Task<HealthState>? _last;
    private long _started;

    public bool Enabled => options.Value.Enabled;

    public string ServiceId => address.Of("");

    public Task<HealthState> CheckAsync(CancellationToken cancellation)
    {
        if (!Enabled) throw DirectusException.RouteNotFound("/server/health");
        lock (_gate)
        {
            if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_started) >= options.Value.CacheTtl))
            {
                _started = time.GetTimestamp();
                _last = LookAsync();
            }

            return _last.WaitAsync(cancellation);
        }
    }

    private async Task<HealthState> LookAsync()
    {
        var report = await checks.CheckHealthAsync(check => _names.Contains(check.Name), CancellationToken.None);
        var measures = report.Entries.Values.SelectMany(entry => entry.Data.Values).OfType<HealthMeasure>().ToList();
        // A check that was given up, or failed itself, has measured nothing.
        foreach (var (name, entry) in report.Entries)
            if (entry.Data.Count == 0 && entry.Status == HealthStatus.Unhealthy)
                measures.Add(new HealthMeasure(name, "component", HealthMeasure.Error));
        var status = measures.Exists(measure => measure.Status == HealthMeasure.Error) ? HealthMeasure.Error
            : measures.Exists(measure => measure.Status == HealthMeasure.Warn) ? HealthMeasure.Warn
            : HealthMeasure.Ok;
        return new HealthState(status, measures);
    }
}
