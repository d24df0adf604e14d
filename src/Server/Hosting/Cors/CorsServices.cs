using Directus.Grpc.Server.Kernel;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Directus.Grpc.Server.Hosting.Cors;

internal static class CorsServices
{
    public static void AddOrigins(this IServiceCollection services)
    {
        services.AddOptions<CorsSettings>().BindConfiguration(CorsSettings.Section);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CorsSettings>>().Value.Origins);
        services.AddCors();
        services.AddSingleton<ICorsPolicyProvider, CorsPolicies>();
    }

    /// <summary>Lets pages of other sites call, where some may. It stands before everything that answers, so that a browser can read
    /// refusals too.</summary>
    public static void UseOrigins(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<AllowedOrigins>();
        if (origins == AllowedOrigins.None) return;
        if (origins != AllowedOrigins.Anonymous) app.Use(VaryAsync);
        app.UseCors();
    }

    // A cache must not answer one site with what another one was told, nor with what was told to none.
    private static Task VaryAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpContext)state).Response.Headers;
            if (!headers.Vary.ToString().Contains(HeaderNames.Origin, StringComparison.OrdinalIgnoreCase))
                headers.Append(HeaderNames.Vary, HeaderNames.Origin);
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
