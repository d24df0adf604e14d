using System.Data.Common;
using System.Security.Cryptography.X509Certificates;

namespace Directus.Grpc.Server.Data;

public enum DatabaseClient
{
    Sqlite,
    Postgres,
}

/// <summary>Which database to use. `Hosting` fills it from DB_CLIENT, DB_FILENAME, DB_HOST, …</summary>
public sealed class DatabaseOptions
{
    /// <summary>Connections that there may be where nobody says otherwise.</summary>
    public const int UsualConnections = 32;

    public DatabaseClient Client { get; set; } = DatabaseClient.Sqlite;

    /// <summary>File of the SQLite database.</summary>
    public string Filename { get; set; } = "data.db";

    /// <summary>Whether the database is a file, which no server on another machine shares.</summary>
    public bool IsFile => Client == DatabaseClient.Sqlite;

    /// <summary>The name of the database; of a file its name without the ending.</summary>
    public string Name => IsFile
        ? Path.GetFileNameWithoutExtension(Filename)
        : new DbConnectionStringBuilder { ConnectionString = ConnectionString }.TryGetValue("Database", out var name) ? $"{name}" : "";

    /// <summary>Npgsql connection string; on SQLite derived from <see cref="Filename"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Authorities whose certificates PostgreSQL may have; null for those that the machine knows.</summary>
    public X509Certificate2Collection? RootCertificates { get; set; }

    /// <summary>What this server shows PostgreSQL.</summary>
    public X509Certificate2? ClientCertificate { get; set; }
}
