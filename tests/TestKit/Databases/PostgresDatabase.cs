using System.Data.Common;
using System.Globalization;
using Npgsql;
using Xunit;

namespace Directus.Grpc.TestKit;

/// <summary>A database on the PostgreSQL server that TEST_POSTGRES names.</summary>
public sealed class PostgresDatabase : FreshDatabase
{
    public const string WhyNot = "TEST_POSTGRES is not set; ./test starts a PostgreSQL server and sets it.";

    private readonly NpgsqlConnectionStringBuilder admin;
    private readonly NpgsqlConnectionStringBuilder own;

    private PostgresDatabase(NpgsqlConnectionStringBuilder admin, string name)
    {
        this.admin = admin;
        own = new(admin.ConnectionString) { Database = name, Pooling = false, IncludeErrorDetail = true };
        Environment = new Dictionary<string, string>
        {
            ["DB_CLIENT"] = "pg",
            ["DB_HOST"] = own.Host!,
            ["DB_PORT"] = own.Port.ToString(CultureInfo.InvariantCulture),
            ["DB_DATABASE"] = name,
            ["DB_USER"] = own.Username!,
            ["DB_PASSWORD"] = own.Password ?? "",
        };
    }

    public override IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Whether there is a server to make databases on; in CI there has to be one.</summary>
    public static bool IsAvailable => AdminConnection() is not null;

    public static async Task<PostgresDatabase> CreateAsync()
    {
        Assert.SkipUnless(IsAvailable, WhyNot);
        var admin = new NpgsqlConnectionStringBuilder(AdminConnection());
        var database = new PostgresDatabase(admin, $"test_{Guid.NewGuid():N}");
        await database.ExecuteAsync(admin, $"create database {database.own.Database} template template0");
        return database;
    }

    public override DbConnection Connect() => new NpgsqlConnection(own.ConnectionString);

    /// <summary>Runs a script, as pg_dump writes them.</summary>
    public Task RunScriptAsync(string sql) => ExecuteAsync(own, sql);

    /// <summary>Adds an extension; false when the server has none of that name.</summary>
    public async Task<bool> TryExtendAsync(string extension)
    {
        var known = await QueryAsync($"select 1 from pg_available_extensions where name = '{extension}'");
        if (known.Count > 0) await ExecuteAsync(own, $"create extension {extension}");
        return known.Count > 0;
    }

    /// <summary>What pg_dump says of the tables, constraints and indexes, without any row.</summary>
    public async Task<string> DumpSchemaAsync()
    {
        var port = own.Port.ToString(CultureInfo.InvariantCulture);
        var (exitCode, output) = await Command.RunAsync(
            "pg_dump",
            ["--schema-only", "--host", own.Host!, "--port", port, "--username", own.Username!, own.Database!],
            new Dictionary<string, string> { ["PGPASSWORD"] = own.Password ?? "" });
        Assert.True(exitCode == 0, output);
        // Newer releases frame a dump with a random word: \restrict …
        return string.Join('\n', output.Split('\n').Where(line => !line.StartsWith('\\')));
    }

    public override async ValueTask DisposeAsync() =>
        await ExecuteAsync(admin, $"drop database if exists {own.Database} with (force)");

    private static string? AdminConnection()
    {
        if (System.Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } connection) return connection;
        if (System.Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            throw new InvalidOperationException("TEST_POSTGRES is not set: in CI every test runs on PostgreSQL too.");
        return null;
    }

    private async Task ExecuteAsync(NpgsqlConnectionStringBuilder where, string sql)
    {
        await using var connection = new NpgsqlConnection(where.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
