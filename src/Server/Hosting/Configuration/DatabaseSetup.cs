using System.Web;
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
            SetPool(connection, given.GetValue<int?>("Pool:Min"), given.GetValue<int?>("Pool:Max"));
            // As with Directus any DB_SSL__ asks for an encrypted connection, to whom the certificate is for.
            var tls = given.GetSection("Ssl");
            if (tls.GetChildren().Any()) connection.SslMode = tls.GetValue("RejectUnauthorized", true) ? SslMode.VerifyFull : SslMode.Require;
            DatabaseTls.Configure(options, tls);
            options.ConnectionString = connection.ToString();
            return;
        }

        options.Client = DatabaseClient.Sqlite;
        if (given["Filename"] is { } file) options.Filename = file;
        if (Path.GetDirectoryName(Path.GetFullPath(options.Filename)) is { } folder) CreateFolder(folder);
    }

    // Where Directus runs, no-verify is what does not look at the certificate.
    private static SslMode Mode(string text) => text == "no-verify" ? SslMode.Require
        : Enum.Parse<SslMode>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static void SetPool(NpgsqlConnectionStringBuilder connection, int? least, int? most)
    {
        if (least > most) throw new ConfigurationException("DB_POOL__MIN has to be no more than DB_POOL__MAX.");
        if (least is { } min) connection.MinPoolSize = min;
        if ((most ?? (least > DatabaseOptions.UsualConnections ? least : null)) is { } max) connection.MaxPoolSize = max;
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
            if (HttpUtility.ParseQueryString(url.Query)["sslmode"] is { } mode) connection.SslMode = Mode(mode);
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
