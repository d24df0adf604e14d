using System.Data.Common;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Data;

/// <summary>Opens sessions on the one database and runs transactions. Where it knows one writer at a time, writers queue here instead
/// of failing as busy.</summary>
public sealed class Database : IAsyncDisposable
{
    // As long as Npgsql waits for a connection.
    private static readonly TimeSpan TurnTimeout = TimeSpan.FromSeconds(15);

    private readonly DatabaseDriver _driver;
    private readonly DataOptions _options;
    private readonly SemaphoreSlim? _writer;
    private readonly StatementLog _statements;
    private readonly SessionCount _sessions = new();
    private readonly SemaphoreSlim _longReads;

    public Database(IOptions<DatabaseOptions> options, ILogger<Database> logger) : this(options.Value, logger)
    {
    }

    public Database(DatabaseOptions options, ILogger logger)
    {
        _driver = DatabaseDriver.For(options);
        _statements = new StatementLog(logger);
        _longReads = new SemaphoreSlim(_driver.LongReads);
        if (_driver.HasOneWriter) _writer = new SemaphoreSlim(1, 1);
        // Without it every comparison of a nullable column gains an `or … is null`.
        _options = _driver.Options.UseCompareNulls(CompareNulls.LikeSql).UseInterceptor(_statements);
        Changes = _driver.ChangesOf(this);
    }

    public Dialect Dialect => _driver.Dialect;

    /// <summary>What other servers on it change.</summary>
    public ChangeFeed Changes { get; }

    /// <summary>Sessions that are open now.</summary>
    public int OpenSessions => _sessions.Open;

    /// <summary>As many as may be open at a time; null for any number.</summary>
    public int? MaxSessions => _driver.MaxSessions;

    /// <summary>How many long reads there may be at a time; the other connections stay for the rest.</summary>
    public int LongReads => _driver.LongReads;

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
            await _driver.PrepareAsync(session, opened, cancellation);
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

    /// <summary>Runs the work in a transaction that is taken back, whatever comes of it.</summary>
    public async Task<T> TakeBackAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation)
    {
        if (_writer is not null) await _writer.WaitAsync(cancellation);
        try
        {
            await using var session = await OpenAsync(cancellation);
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellation);
            var result = await work(session);
            await transaction.RollbackAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writer?.Release();
        }
    }

    /// <summary>Runs changes of the schema in one transaction, one editor at a time. Where the database enforces no foreign
    /// keys meanwhile, the work checks them.</summary>
    public Task<T> AlterAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation) =>
        RepeatAsync(() => TransactAsync(async session =>
        {
            if (Dialect.SchemaLock is { } statement) await session.ExecuteAsync(statement, cancellation);
            return await work(session);
        }, session => _driver.PrepareToAlterAsync(session, cancellation), cancellation), cancellation);

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
    public void ClearPool() => _driver.ClearPool();

    public async ValueTask DisposeAsync()
    {
        await _driver.DisposeAsync();
        _writer?.Dispose();
        _longReads.Dispose();
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
