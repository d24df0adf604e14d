using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Auth.Rules;
using Directus.Grpc.Server.Auth.Sso;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Directus.Grpc.Server.Auth;

internal static class AuthServices
{
    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddOptions<TokenOptions>().BindConfiguration(TokenOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section);
        services.AddOptions<HashOptions>().BindConfiguration(HashOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<HashingTurns>();
        services.AddSingleton<IPasswordHasher, Argon2PasswordHasher>();
        services.AddSingleton<OldHashes>();
        services.AddSingleton<IValueCipher, SecretCipher>();
        services.AddSingleton<TextHashes>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IdentityStore>();
        services.AddSingleton<IdentityCache>();
        services.AddSingleton<IItemListener>(provider => provider.GetRequiredService<IdentityCache>());
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<IdentityCache>());
        services.AddSingleton(provider => new Authenticator(provider.GetRequiredService<AccessTokens>(),
            provider.GetRequiredService<IdentityStore>(), provider.GetRequiredService<IdentityCache>()));
        services.AddSingleton<SessionStore>();
        services.AddSingleton<LastPages>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<ShareService>();
        services.AddSingleton<ShareInvitations>();
        services.AddSingleton<LoginCheck>();
        services.AddSingleton<LoginService>();
        services.AddAccounts();
        services.AddSso();
        services.AddSingleton<ShareTargets>();
        services.AddSingleton<IItemRules, ShareRules>();
        services.AddSingleton<IItemRules, UserRules>();
        services.AddSingleton<IItemRules, RoleRules>();
        services.AddSingleton<IItemRules, PolicyRules>();
        services.AddSingleton<IItemRules, AttachmentRules>();
        return services;
    }

    private static void AddAccounts(this IServiceCollection services) => services
        .AddSingleton<AccountStore>()
        .AddSingleton<LoginAttempts>()
        .AddSingleton<LinkTokens>()
        .AddSingleton<MailedLinks>()
        .AddSingleton<PasswordResets>()
        .AddSingleton<StaticTokens>()
        .AddSingleton<Invitations>()
        .AddSingleton<Registrations>()
        .AddSingleton<TwoFactor>();
}
