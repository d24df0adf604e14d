using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Directus.Grpc.Server.Hosting.Health;

internal static class HealthResults
{
    /// <summary>The result of a check that has measured this.</summary>
    public static HealthCheckResult Of(IReadOnlyCollection<HealthMeasure> measures)
    {
        var status = measures.Any(measure => measure.Status == HealthMeasure.Error) ? HealthStatus.Unhealthy
            : measures.Any(measure => measure.Status == HealthMeasure.Warn) ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        return new HealthCheckResult(status, data: measures.ToDictionary(measure => measure.Name, object (measure) => measure));
    }
}
