using System.Globalization;

namespace Directus.Grpc.Bench.Processes;

/// <summary>Starts the server that is measured.</summary>
internal static class OurServer
{
    public const string Token = "bench-admin-token";

    public static ServerProcess OnPostgres(string file, string database) => Start(file, new()
    {
        ["DB_CLIENT"] = "pg",
        ["DB_HOST"] = Postgres.Host,
        ["DB_PORT"] = Postgres.Port,
        ["DB_DATABASE"] = database,
        ["DB_USER"] = Postgres.User,
        ["DB_PASSWORD"] = Postgres.Password,
    });

    public static ServerProcess OnSqlite(string file, string databaseFile) => Start(file, new()
    {
        ["DB_CLIENT"] = "sqlite3",
        ["DB_FILENAME"] = databaseFile,
    });

    private static ServerProcess Start(string file, Dictionary<string, string> variables)
    {
        var (port, grpcPort) = (ServerProcess.FreePort(), ServerProcess.FreePort());
        variables["HOST"] = "127.0.0.1";
        variables["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        variables["GRPC_PORT"] = grpcPort.ToString(CultureInfo.InvariantCulture);
        variables["SECRET"] = "bench-secret-bench-secret-bench-secret";
        variables["ADMIN_EMAIL"] = "admin@example.com";
        variables["ADMIN_PASSWORD"] = "bench-password";
        variables["ADMIN_TOKEN"] = Token;
        variables["LOG_LEVEL"] = "warn";
        return ServerProcess.Start(file, [], port, variables, grpcPort);
    }
}
