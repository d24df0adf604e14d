using Directus.Grpc.Server.Data;
using Npgsql;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Fills the database's options from the DB_* variables.</summary>
internal static class DatabaseSetup
{
    public static void Configure(DatabaseOptions options, IConfiguration configuration)
    {
        var given = configuration.GetSection("Db");
        if (given["Client"] is "pg" or "postgres")
        {
            options.Client = DatabaseClient.Postgres;
            var connection = given["ConnectionString"] is { } whole ? FromText(whole) : FromParts(given);
            if (given.GetValue<int?>("Pool:Min") is { } least) connection.MinPoolSize = least;
            if (given.GetValue<int?>("Pool:Max") is { } most) connection.MaxPoolSize = most;
            if (connection.MinPoolSize > connection.MaxPoolSize) throw new ConfigurationException("DB_POOL__MIN has to be no more than DB_POOL__MAX.");
            DatabaseTls.Configure(options, connection, given.GetSection("Ssl"));
            options.ConnectionString = connection.ToString();
            return;
        }

        options.Client = DatabaseClient.Sqlite;
        if (given["Filename"] is { } file) options.Filename = file;
        if (Path.GetDirectoryName(Path.GetFullPath(options.Filename)) is { } folder) CreateFolder(folder);
    }

    private static NpgsqlConnectionStringBuilder FromParts(IConfiguration given)
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = given["Host"] ?? "127.0.0.1",
            Database = given["Database"] ?? throw new ConfigurationException("DB_DATABASE is not set."),
            Username = given["User"] ?? throw new ConfigurationException("DB_USER is not set."),
            Password = given["Password"],
            ApplicationName = "directus-grpc",
        };
        if (given.GetValue<int?>("Port") is { } port) connection.Port = port;
        if (given.GetValue<bool>("Encrypted")) connection.SslMode = SslMode.Require;
        return connection;
    }

    // Directus takes postgres://user:password@host:port/database; Npgsql's own form is taken too.
    private static NpgsqlConnectionStringBuilder FromText(string text)
    {
        try
        {
            if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal))
                return new NpgsqlConnectionStringBuilder(text);
            var url = new Uri(text);
            var user = url.UserInfo.Split(':', 2);
            var connection = new NpgsqlConnectionStringBuilder
            {
                Host = url.Host,
                Port = url.Port > 0 ? url.Port : 5432,
                Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')),
                Username = Uri.UnescapeDataString(user[0]),
                Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            };
            if (url.Query.Contains("sslmode=require", StringComparison.OrdinalIgnoreCase)) connection.SslMode = SslMode.Require;
            return connection;
        }
        catch (Exception error) when (error is ArgumentException or UriFormatException)
        {
            throw new ConfigurationException("DB_CONNECTION_STRING has to be postgres://user:password@host:port/database.");
        }
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException("DB_FILENAME has to lie in a folder that can be written to.");
        }
    }
}
