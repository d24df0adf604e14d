using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Pressure;

internal static class PressureServices
{
    public static void AddPressure(this IServiceCollection services)
    {
        services.AddOptions<PressureOptions>().BindConfiguration(PressureOptions.Section);
        services.AddSingleton(provider =>
            new PressureGauge(provider.GetRequiredService<IOptions<PressureOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Refuses calls beyond what can be done soon, so that those that are let in are answered soon. It stands behind what makes answers of
    /// refusals, and before everything that costs.</summary>
    public static void UsePressure(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<PressureOptions>>().Value;
        if (!options.Enabled) return;
        var gauge = app.Services.GetRequiredService<PressureGauge>();
        var refusal = DirectusException.UnderPressure(TimeSpan.FromSeconds(Math.Max(1, options.RetryAfter))).Errors;
        app.Use(async (http, next) =>
        {
            if (gauge.Enter() is not { } group)
            {
                await Refusal.AnswerAsync(http, refusal);
                return;
            }

            try
            {
                // Those that come after it are looked at before it is worked on. Else calls that hold their thread (on SQLite) would hold
                // up all others before they were counted.
                await Task.Yield();
                await next(http);
            }
            finally
            {
                gauge.Leave(group);
            }
        });
    }
}
