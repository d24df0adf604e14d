using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Outbound;

internal static class OutboundServices
{
    public static IServiceCollection AddOutbound(this IServiceCollection services)
    {
        services.AddOptions<OutboundOptions>().BindConfiguration(OutboundOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<OutboundOptions>, OutboundOptionsCheck>()
            .AddSingleton<OutboundHttp>();
    }
}
