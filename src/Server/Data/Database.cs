using System.Data.Common;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.PostgreSQL;
using LinqToDB.DataProvider.SQLite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Directus.Grpc.Server.Data;

/// <summary>Opens sessions on the one database and runs transactions. SQLite has one writer at a time, so there writers
/// queue here instead of failing as busy.</summary>
public sealed class Database : IAsyncDisposable
{
    // As long as Npgsql waits for a connection.
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(15);

    private readonly DataOptions _options;
    private readonly NpgsqlDataSource? _postgres;
    private readonly SemaphoreSlim? _writer;
    private readonly StatementLog _statements;
    private readonly SessionCount _sessions = new();
    private readonly SemaphoreSlim _longReads;
    private int _journalIsSet;

    public Database(IOptions<DatabaseOptions> options, ILogger<Database> logger) : this(options.Value, logger)
    {
    }

    public Database(DatabaseOptions options, ILogger logger)
    {
        _statements = new StatementLog(logger);
        if (options.Client == DatabaseClient.Postgres)
        {
            Dialect = new PostgresDialect();
            var tuned = Tuned(options.ConnectionString);
            LongReads = Math.Max(1, tuned.MaxPoolSize / 2);
            _postgres = new NpgsqlDataSourceBuilder(tuned.ToString()).Build();
            MaxSessions = tuned.Pooling ? tuned.MaxPoolSize : null;
            var provider = PostgreSQLTools.GetDataProvider(PostgreSQLVersion.v15);
            _options = new DataOptions().UseConnectionFactory(provider, _ => _postgres.CreateConnection());
        }
        else
        {
            Dialect = new SqliteDialect();
            _writer = new SemaphoreSlim(1, 1);
            var connection = new SqliteConnectionStringBuilder { DataSource = options.Filename, ForeignKeys = true }.ToString();
            _options = new DataOptions().UseConnectionString(SqliteMapping.Provider, connection).UseMappingSchema(SqliteMapping.Schema);
        }

        _longReads = new SemaphoreSlim(LongReads);
        // Without it every comparison of a nullable column gains an `or … is null`.
        _options = _options.UseCompareNulls(CompareNulls.LikeSql).UseInterceptor(_statements);
    }

    public Dialect Dialect { get; }

    /// <summary>Sessions that are open now.</summary>
    public int OpenSessions => _sessions.Open;

    /// <summary>As many as may be open at a time; null for any number.</summary>
    public int? MaxSessions { get; }

    /// <summary>How many long reads there may be at a time; the other connections stay for the rest.</summary>
    public int LongReads { get; } = 16;

    /// <summary>Waits for its turn to read what may have any number of rows; the turn ends when it is disposed.</summary>
    public async ValueTask<IDisposable> TakeTurnAsync(CancellationToken cancellation) => await _longReads.WaitAsync(TurnTimeout, cancellation)
        ? new Turn(_longReads)
        : throw new DirectusException(ErrorCodes.ServiceUnavailable, "There are too many long answers under way. Try again");

    /// <summary>A session without a transaction, for reads.</summary>
    public async ValueTask<DbSession> OpenAsync(CancellationToken cancellation)
    {
        var connection = new DataConnection(_options);
        try
        {
            var opened = await connection.OpenDbConnectionAsync(cancellation);
            var session = new DbSession(connection, opened, Dialect, _statements, _sessions);
            if (opened is SqliteConnection sqlite)
            {
                SqliteFunctions.Register(sqlite);
                // The mode stays in the file: readers see the last commit while the writer works.
                if (Interlocked.Exchange(ref _journalIsSet, 1) == 0) await session.ExecuteAsync("pragma journal_mode = wal", cancellation);
                await session.ExecuteAsync("pragma synchronous = normal", cancellation);
            }

            return session;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the work in one transaction: all of it happens, or nothing when it throws. A transaction that gave way to
    /// others is begun anew, so the work changes nothing but the database.</summary>
    public Task<T> TransactAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation) =>
        RepeatAsync(() => TransactOnceAsync(work, cancellation), cancellation);

    /// <summary>Runs the work in one transaction, for those who know themselves how to begin anew.</summary>
    public Task<T> TransactOnceAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation) =>
        TransactAsync(work, _ => Task.CompletedTask, cancellation);

    /// <summary>Runs changes of the schema in one transaction, one editor at a time. SQLite enforces no foreign keys in it:
    /// replacing a table by its rebuilt copy would else delete or unlink the rows that refer to it. The work checks them.</summary>
    public Task<T> AlterAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation) =>
        RepeatAsync(() => TransactAsync(async session =>
        {
            if (Dialect.SchemaLock is { } statement) await session.ExecuteAsync(statement, cancellation);
            return await work(session);
        }, async session =>
        {
            // Cannot change inside of a transaction; opening the connection again turns it on.
            if (_writer is not null) await session.ExecuteAsync("pragma foreign_keys = off", cancellation);
        }, cancellation), cancellation);

    private async Task<T> TransactAsync<T>(Func<DbSession, Task<T>> work, Func<DbSession, Task> prepare,
        CancellationToken cancellation)
    {
        if (_writer is not null) await _writer.WaitAsync(cancellation);
        T result;
        IReadOnlyList<Func<Task>> followUps;
        try
        {
            await using var session = await OpenAsync(cancellation);
            await prepare(session);
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellation);
            result = await work(session);
            await transaction.CommitAsync(cancellation);
            followUps = session.FollowUps;
        }
        finally
        {
            _writer?.Release();
        }

        foreach (var followUp in followUps) await followUp();
        return result;
    }

    private async Task<T> RepeatAsync<T>(Func<Task<T>> transaction, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await transaction();
            }
            catch (DbException error) when (tries < Repetition.MostTries && Dialect.IsConflict(error))
            {
                await Repetition.PauseAsync(tries, cancellation);
            }
        }
    }

    public Task TransactAsync(Func<DbSession, Task> work, CancellationToken cancellation) =>
        TransactAsync(async session =>
        {
            await work(session);
            return true;
        }, cancellation);

    /// <summary>Forgets pooled connections, whose prepared statements a schema change has made stale.</summary>
    public void ClearPool() => _postgres?.Clear();

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        _writer?.Dispose();
        _longReads.Dispose();
    }

    // What the connection string says itself goes first. Npgsql's own builder claims to contain every key it knows.
    private static NpgsqlConnectionStringBuilder Tuned(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>()
            .Select(key => key.Replace(" ", "", StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!given.Contains("MaxPoolSize") && !given.Contains("MaximumPoolSize")) builder.MaxPoolSize = 32;
        if (!given.Contains("MaxAutoPrepare")) builder.MaxAutoPrepare = 200;
        if (!given.Contains("AutoPrepareMinUsages")) builder.AutoPrepareMinUsages = 2;
        // Nothing that a session sets outlives its transaction, so there is nothing to reset.
        if (!given.Contains("NoResetOnClose")) builder.NoResetOnClose = true;
        return builder;
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0) turns.Release();
        }
    }
}
