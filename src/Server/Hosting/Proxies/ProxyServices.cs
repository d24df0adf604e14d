using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Proxies;

internal static class ProxyServices
{
    public static void AddProxies(this IServiceCollection services) => services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section);

    /// <summary>Puts the caller's address in the place of the proxy's, before anything looks at it.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Reader() is not { } reader) return;
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = reader.Of(http.Connection.RemoteIpAddress, http.Request.Headers);
            return next(http);
        });
    }
}
