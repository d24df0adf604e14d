using Directus.Grpc.Server.Data;
using Directus.Grpc.ServerInfo.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>The state of the parts that the server needs, by Directus' names.</summary>
internal sealed class ServerHealth(HealthCheckService checks, IOptions<DatabaseOptions> database)
{
    public async Task<HealthCheck> CheckAsync(CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        var client = database.Value.Client == DatabaseClient.Postgres ? "pg" : "sqlite3";
        var result = new HealthCheck { Name = $"{client}:responseTime", Status = Word(report.Status) };
        if (report.Entries.TryGetValue("database", out var entry) && entry.Data.TryGetValue("milliseconds", out var value))
            result.ResponseMilliseconds = (double)value;
        return result;
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "warn",
        _ => "error",
    };
}
