using Directus.Grpc.Server.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Directus.Grpc.Server.Hosting;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(Database database, TimeProvider time) : IHealthCheck
{
    private static readonly SqlStatement Probe = new("select 1", []);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            await session.ScalarAsync(Probe, cancellationToken);
            return HealthCheckResult.Healthy(data: new Dictionary<string, object> { ["milliseconds"] = time.GetElapsedTime(start).TotalMilliseconds });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", error);
        }
    }
}
