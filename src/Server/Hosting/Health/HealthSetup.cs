using Directus.Grpc.Server.Edges.Calls.Project;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Directus.Grpc.Server.Hosting.Health;

internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The checks, by the names that HEALTHCHECK_SERVICES has for them.</summary>
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section);
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>(HealthOptions.Database, null, [], Patience)
            .AddCheck<RedisHealth>("redis", null, [], Patience)
            .AddCheck<StorageHealth>("storage", null, [], Patience)
            .AddCheck<MailHealth>("email", null, [], Patience);
        // Looked at again and again for gRPC's own health service.
        services.Configure<HealthCheckPublisherOptions>(publisher => publisher.Predicate = check => check.Name == HealthOptions.Database);
    }
}
