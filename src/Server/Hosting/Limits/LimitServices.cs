using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Hosting.Limits;

internal static class LimitServices
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<RedisOptions>().BindConfiguration(RedisOptions.Section);
        services.AddOptions<RateLimiterOptions>().BindConfiguration(RateLimiterOptions.Section);
        services.AddSingleton<RedisConnection>();
        // Without it nothing of the library is loaded.
        services.AddSingleton<Func<RedisConnection>>(provider => provider.GetRequiredService<RedisConnection>);
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => Rates(provider.GetRequiredService<IOptions<RateLimiterOptions>>().Value));
        services.AddSingleton(provider => new RegistrationLimit(
            provider.GetRequiredService<RateLimits>().Find("registration",
                provider.GetRequiredService<IOptions<RateLimiterOptions>>().Value.Registration), provider.GetRequiredService<TimeProvider>()));
    }

    private static CallRates Rates(RateLimiterOptions options)
    {
        static CallRates.Rate? Of(CallerRate rate) => rate.Enabled ? new(rate.Points, rate.Duration) : null;
        return new(Of(options.Caller), Of(options.Global));
    }

    /// <summary>Refuses calls beyond the limits, where there are any. It stands behind what makes answers of refusals.</summary>
    public static void UseLimits(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value;
        if (options.Contradiction is { } line) throw new ConfigurationException(line);
        // What is wrong with the settings is said at the start, not by the first call.
        app.Services.GetRequiredService<RegistrationLimit>();
        var limits = app.Services.GetRequiredService<RateLimits>();
        if (limits.Find("caller", options.Caller) is not { } perCaller) return;
        var calls = new CallLimits(perCaller, limits.Find("global", options.Global), app.Services.GetRequiredService<TimeProvider>());
        app.Use(calls.InvokeAsync);
    }
}
