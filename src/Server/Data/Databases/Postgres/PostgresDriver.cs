using System.Data.Common;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.DataProvider.PostgreSQL;
using Npgsql;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

/// <summary>A pool of connections that keep statements prepared.</summary>
internal sealed class PostgresDriver : DatabaseDriver
{
    private readonly NpgsqlDataSource _lasting;
    private readonly NpgsqlDataSource _pool;

    public PostgresDriver(DatabaseOptions options)
    {
        var tuned = Tuned(options.ConnectionString);
        _pool = Source(tuned, options);
        // Waits for hours, so it is none of the pool's; a silent loss of the network has to be noticed.
        _lasting = Source(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false, KeepAlive = 15 }, options);
        MaxSessions = tuned.Pooling ? tuned.MaxPoolSize : null;
        LongReads = Math.Max(1, tuned.MaxPoolSize / 2);
        Options = new DataOptions().UseConnectionFactory(PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15), _ => _pool.CreateConnection());
    }

    public override Dialect Dialect { get; } = new PostgresDialect();

    public override DataOptions Options { get; }

    public override int? MaxSessions { get; }

    // The other connections stay for the rest.
    public override int LongReads { get; }

    public override void ClearPool() => _pool.Clear();

    public override ChangeFeed ChangesOf(Database database) => new PostgresChangeFeed(_lasting);

    public override async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync();
        await _lasting.DisposeAsync();
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder connection, DatabaseOptions options)
    {
        var builder = new NpgsqlDataSourceBuilder(connection.ToString());
        // A call without a trace has none of its statements either.
        builder.ConfigureTracing(tracing => tracing.ConfigureCommandFilter(_ => Tracing.Traced));
        if (options.RootCertificates is { } roots) builder.UseRootCertificates(roots);
        if (options.ClientCertificate is { } own) builder.UseSslClientAuthenticationOptionsCallback(tls => tls.ClientCertificates = [own]);
        return builder.Build();
    }

    // What the connection string says itself goes first. Npgsql's own builder claims to contain every key it knows.
    private static NpgsqlConnectionStringBuilder Tuned(string connection)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connection }.Keys.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!given.Contains("MaxPoolSize") && !given.Contains("MaximumPoolSize")) builder.MaxPoolSize = DatabaseOptions.UsualConnections;
        if (!given.Contains("MaxAutoPrepare")) builder.MaxAutoPrepare = 200;
        if (!given.Contains("AutoPrepareMinUsages")) builder.AutoPrepareMinUsages = 2;
        // Nothing that a session sets outlives its transaction, so there is nothing to reset.
        if (!given.Contains("NoResetOnClose")) builder.NoResetOnClose = true;
        return builder;
    }
}
