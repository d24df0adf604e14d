using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Sso;

internal static class SsoServices
{
    public static IServiceCollection AddSso(this IServiceCollection services)
    {
        services.AddOptions<SsoOptions>().BindConfiguration(SsoOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SsoOptions>, SsoOptionsCheck>()
            .AddSingleton<ProviderHttp>()
            .AddSingleton<CodeFlow>()
            .AddSingleton<ISsoDriver, OpenIdDriver>()
            .AddSingleton<ISsoDriver, OAuth2Driver>()
            .AddSingleton<SsoProviders>()
            .AddSingleton<AttemptSeal>()
            .AddSingleton<SpentAttempts>()
            .AddSingleton<SsoAccounts>()
            .AddSingleton<SsoLogins>();
    }
}
