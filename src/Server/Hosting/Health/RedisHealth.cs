using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Health;

/// <summary>Whether Redis answers; where none is told of, there is nothing to look at.</summary>
internal sealed class RedisHealth(IOptions<RedisOptions> redis, Func<RedisConnection> connection, IOptions<HealthOptions> options,
    TimeProvider time) : IHealthCheck
{
    private const string Measure = "redis:responseTime";
    private const string Kind = "cache";

    // Where there is none, nothing of its library is loaded.
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        redis.Value.IsGiven ? MeasureAsync(cancellationToken) : Task.FromResult(HealthCheckResult.Healthy());

    private async Task<HealthCheckResult> MeasureAsync(CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        try
        {
            await (await connection().OpenAsync(cancellation)).PingAsync();
            return HealthResults.Of([HealthMeasure.ResponseTime(Measure, Kind, time.GetElapsedTime(start), options.Value.RedisThreshold)]);
        }
        catch (Exception error)
        {
            return HealthResults.Of([new HealthMeasure(Measure, Kind, HealthMeasure.Error)
            {
                Output = error.Message, Threshold = options.Value.RedisThreshold,
            }]);
        }
    }
}
