using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Auth.Sso;

internal static class SsoServices
{
    // Somebody waits before a browser.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddSso(this IServiceCollection services)
    {
        services.AddOptions<SsoOptions>().BindConfiguration(SsoOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SsoOptions>, SsoOptionsCheck>()
            .AddSingleton(_ => new ProviderHttp(Patience))
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
