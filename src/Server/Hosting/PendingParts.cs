using Directus.Grpc.Server.Auth;
using Directus.Grpc.Server.Auth.Rules;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Hosting;

internal static class PendingParts
{
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddOptions<TokenOptions>().BindConfiguration("Tokens");
        services.AddSingleton<AccessTokens>().AddSingleton<IdentityStore>().AddSingleton<IdentityCache>().AddSingleton<IItemListener>(s => s.GetRequiredService<IdentityCache>());
        services.AddSingleton(s => new Authenticator(s.GetRequiredService<AccessTokens>(), s.GetRequiredService<IdentityStore>(), s.GetRequiredService<IdentityCache>()));
        return services.AddSingleton<IPasswordHasher, Argon2PasswordHasher>();
    }
}
