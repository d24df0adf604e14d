using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Health;

/// <summary>Whether the database answers, and how many connections to it are in use.</summary>
internal sealed class DatabaseHealth(Database database, IOptions<HealthOptions> options, TimeProvider time) : IHealthCheck
{
    private const string Kind = "datastore";

    private static readonly SqlStatement Probe = new("select 1", []);

    private readonly string _client = database.Dialect.ClientName;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (start, used) = (time.GetTimestamp(), database.OpenSessions);
        try
        {
            await using var session = await database.OpenAsync(cancellationToken);
            await session.ScalarAsync(Probe, cancellationToken);
            return HealthResults.Of([HealthMeasure.ResponseTime($"{_client}:responseTime", Kind, time.GetElapsedTime(start),
                options.Value.DatabaseThreshold), .. Connections(used)]);
        }
        catch (Exception error)
        {
            return HealthResults.Of([new HealthMeasure($"{_client}:responseTime", Kind, HealthMeasure.Error) { Output = error.Message,
                Threshold = options.Value.DatabaseThreshold }, .. Connections(used)]);
        }
    }

    private IEnumerable<HealthMeasure> Connections(int used)
    {
        if (database.MaxSessions is { } most) yield return new($"{_client}:connectionsAvailable", Kind) { Value = Math.Max(0, most - used) };
        yield return new($"{_client}:connectionsUsed", Kind) { Value = used };
    }
}
