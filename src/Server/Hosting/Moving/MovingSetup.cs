using Directus.Grpc.Server.Edges.Rest;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace Directus.Grpc.Server.Hosting.Moving;

internal static class MovingSetup
{
    /// <summary>The other server, where a setting names one; else nothing of it is there.</summary>
    public static void AddMoving(this WebApplicationBuilder builder)
    {
        var given = builder.Configuration.GetSection(MovingOptions.Section).Get<MovingOptions>();
        if (given is null) return;
        var services = builder.Services;
        services.AddOptions<MovingOptions>().BindConfiguration(MovingOptions.Section);
        services.AddSingleton<MovingMetrics>();
        if (given.FallbackUrl is not null) services.AddFallback();
    }

    /// <summary>Refuses addresses that lead back here.</summary>
    public static void CheckMoving(this IServiceProvider services) =>
        services.GetRequiredService<IOptions<MovingOptions>>().Value.Check(services.GetRequiredService<IOptions<ListenOptions>>().Value);

    private static void AddFallback(this IServiceCollection services)
    {
        services.AddHttpForwarder();
        services.AddSingleton<ForwardedCall>().AddSingleton<IOtherServer, Fallback>();
    }
}
