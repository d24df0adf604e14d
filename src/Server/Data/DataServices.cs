using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using Directus.Grpc.Server.Data.SystemTables;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Data;

internal static class DataServices
{
    public static IServiceCollection AddData(this IServiceCollection services) => services
        .AddSingleton<Database>()
        .AddSingleton<ChangeFeed>(provider => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value is { Client: DatabaseClient.Postgres } postgres
            ? new PostgresChangeFeed(postgres.ConnectionString)
            : new SqliteChangeFeed(provider.GetRequiredService<Database>()))
        .AddSingleton<SystemTableInstaller>();
}
