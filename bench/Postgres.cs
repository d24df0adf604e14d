using System.Globalization;
using Npgsql;

namespace Directus.Grpc.Bench;

/// <summary>The PostgreSQL server that PGHOST, PGPORT, PGUSER and PGPASSWORD name.</summary>
internal static class Postgres
{
    public static string Host { get; } = Variable("PGHOST", "127.0.0.1");

    public static string Port { get; } = Variable("PGPORT", "5432");

    public static string User { get; } = Variable("PGUSER", "postgres");

    public static string Password { get; } = Variable("PGPASSWORD", "");

    public static NpgsqlDataSource Open(string database, int poolSize = 4)
    {
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = int.Parse(Port, CultureInfo.InvariantCulture),
            Username = User,
            Password = Password,
            Database = database,
            MaxPoolSize = poolSize,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
        };
        return NpgsqlDataSource.Create(settings);
    }

    public static Task CreateDatabaseAsync(string name) => AdministerAsync($"create database {name}");

    public static Task DropDatabaseAsync(string name) => AdministerAsync($"drop database if exists {name} with (force)");

    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = Open(database);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }

    private static Task AdministerAsync(string sql) => ExecuteAsync("postgres", sql);

    private static string Variable(string name, string standard) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : standard;
}
