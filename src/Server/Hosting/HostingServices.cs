using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Hosting.Configuration;
using Directus.Grpc.Server.Hosting.Cors;
using Directus.Grpc.Server.Hosting.Health;
using Directus.Grpc.Server.Hosting.Limits;
using Directus.Grpc.Server.Hosting.Logs;
using Directus.Grpc.Server.Hosting.Moving;
using Directus.Grpc.Server.Hosting.Pressure;
using Directus.Grpc.Server.Hosting.Proxies;
using Directus.Grpc.Server.Hosting.Telemetry;
using Directus.Grpc.Server.Hosting.Web;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting;

internal static class HostingServices
{
    public static void AddHosting(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddDirectus(args);
        builder.Logging.AddDirectus(builder.Configuration);
        builder.AddTelemetry();
        builder.AddPrometheus();
        builder.AddSecret();
        // First of all: its own setup of the options comes before ours, which needs it for certificates.
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<DatabaseOptions>().Configure<IConfiguration>(DatabaseSetup.Configure);
        services.AddOptions<ListenOptions>().BindConfiguration(ListenOptions.Section);
        services.AddOptions<HostOptions>().Configure<IOptions<ListenOptions>>((host, listen) =>
            host.ShutdownTimeout = TimeSpan.FromMilliseconds(listen.Value.ShutdownTimeout));
        services.AddOptions<SchemaOptions>().BindConfiguration(SchemaOptions.Section);
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section);
        services.AddOptions<QueryLimits>().BindConfiguration(QueryLimits.Section);
        services.AddOptions<WriteLimits>().BindConfiguration(WriteLimits.Section);
        services.AddOptions<SpoolOptions>().BindConfiguration(SpoolOptions.Section);
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).Configure<IConfiguration>((rest, configuration) =>
        {
            rest.PublicUrl = configuration[$"{ListenOptions.Section}:PublicUrl"];
            rest.SessionCookie = configuration["Tokens:SessionCookie:Name"] ?? rest.SessionCookie;
        });
        services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<ListenOptions>>((kestrel, listen) => KestrelSetup.Configure(kestrel, listen.Value));
        services.AddProxies();
        services.AddWeb();
        services.AddOrigins();
        services.AddLimits();
        services.AddPressure();
        builder.AddMoving();
        // Who reads no faster is cut off, whatever it is that is answered.
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<SpoolOptions>>((kestrel, spool) =>
            kestrel.Limits.MinResponseDataRate = new MinDataRate(spool.Value.MinRate, TimeSpan.FromSeconds(10)));
        services.AddSingleton<ChangeWatch>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ListenOptions>>().Value.PublicAddress);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ListenOptions>>().Value.GrpcDoor);
        services.AddSingleton<ProjectStart>();
        services.AddHealth();
    }

    private static void AddSecret(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["Tokens:Secret"])) return;
        var database = new DatabaseOptions();
        DatabaseSetup.Configure(database, builder.Configuration);
        builder.Configuration["Tokens:Secret"] = SecretFile.For(database);
    }
}
