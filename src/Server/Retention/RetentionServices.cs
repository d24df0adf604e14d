namespace Directus.Grpc.Server.Retention;

internal static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section);
        return services.AddSingleton<RetentionRun>().AddHostedService<RetentionService>();
    }
}
