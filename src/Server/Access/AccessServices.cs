using Directus.Grpc.Server.Data.Changes;

namespace Directus.Grpc.Server.Access;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<StoredVariables>()
        .AddSingleton<PolicyGlobals>()
        .AddSingleton<AdminRole>()
        .AddSingleton<AccessStore>()
        .AddSingleton<IChangeListener>(provider => provider.GetRequiredService<AccessStore>());
}
