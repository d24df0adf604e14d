// Stand-ins until the areas are joined; deleted then.
namespace Directus.Grpc.Server.Data.SystemTables
{
    internal sealed record FirstAdmin(string Email, string Password, string? Token = null);

    internal sealed class SystemTableInstaller
    {
        public Task<bool> InstallAsync(Database database, FirstAdmin admin, CancellationToken cancellation) => Task.FromResult(database is not null && admin is null && cancellation.IsCancellationRequested);
    }
}

namespace Directus.Grpc.Server.Hosting
{
    internal static class PendingParts
    {
        public static IServiceCollection AddData(this IServiceCollection services) => services.AddSingleton<Data.Database>();

        public static IServiceCollection AddSchema(this IServiceCollection services) =>
            services.AddSingleton<Schema.SchemaStore>().AddSingleton<Data.SystemTables.SystemTableInstaller>();

        public static IServiceCollection AddAccess(this IServiceCollection services) => services.AddSingleton<Access.AccessStore>();

        public static IServiceCollection AddItems(this IServiceCollection services) =>
            services.AddSingleton<Items.ItemReader>().AddSingleton<Items.ItemWriter>();

        public static IServiceCollection AddAuth(this IServiceCollection services) => services.AddSingleton<Auth.Authenticator>();
    }
}
