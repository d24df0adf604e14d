using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Data;

internal static class DataServices
{
    public static IServiceCollection AddData(this IServiceCollection services) => services
        .AddSingleton<Database>()
        .AddSingleton(provider => provider.GetRequiredService<Database>().Changes)
        .AddSingleton<SystemTableInstaller>();
}
