using System.Data.Common;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Kernel;
using LinqToDB;
using LinqToDB.Data;

namespace Directus.Grpc.Server.Data;

/// <summary>One connection, and its transaction when there is one. Typed LINQ on system tables goes through
/// <see cref="Table{T}"/>; the engine's own statements through the other members. Both share the transaction.</summary>
public sealed class DbSession : IAsyncDisposable
{
    private readonly DbConnection _opened;
    private readonly StatementLog _statements;
    private SessionCount? _sessions;
    private readonly List<Func<Task>> _followUps = [];

    internal DbSession(DataConnection connection, DbConnection opened, Dialect dialect, StatementLog statements, SessionCount sessions)
    {
        _sessions = sessions;
        sessions.Add();
        Connection = connection;
        Dialect = dialect;
        _opened = opened;
        _statements = statements;
    }

    public DataConnection Connection { get; }

    public Dialect Dialect { get; }

    internal IReadOnlyList<Func<Task>> FollowUps => _followUps;

    /// <summary>Has something done once the transaction is committed, which no failure takes back any more; it does not throw.</summary>
    public void AfterCommit(Func<Task> followUp) => _followUps.Add(followUp);

    /// <summary>A system table for typed LINQ.</summary>
    public ITable<T> Table<T>() where T : class => Connection.GetTable<T>();

    public DbCommand CreateCommand(SqlStatement statement)
    {
        var command = _opened.CreateCommand();
        command.Transaction = Connection.Transaction;
        command.CommandText = statement.Text;
        _statements.Add(statement.Text);
        Fill(command.Parameters, statement);
        return command;
    }

    /// <summary>Runs a read. A prepared statement that DDL has made stale is tried once more, outside of transactions.</summary>
    public async Task<DbDataReader> ExecuteReaderAsync(DbCommand command, CancellationToken cancellation)
    {
        using var span = Trace(command);
        try
        {
            return await command.ExecuteReaderAsync(cancellation);
        }
        catch (DbException error) when (command.Transaction is null && Dialect.IsStalePlan(error))
        {
            Dialect.Unprepare(_opened);
            return await command.ExecuteReaderAsync(cancellation);
        }
    }

    /// <summary>Runs several reads with one exchange where the driver can, else one after the other. The rows of each go to
    /// the callback with its position; after a stale prepared statement, all of them once more.</summary>
    public async Task ReadAllAsync(IReadOnlyList<SqlStatement> statements, Func<int, DbDataReader, Task> read, CancellationToken cancellation)
    {
        if (statements.Count == 1 || !_opened.CanCreateBatch)
        {
            for (var i = 0; i < statements.Count; i++)
            {
                await using var command = CreateCommand(statements[i]);
                await using var reader = await ExecuteReaderAsync(command, cancellation);
                await read(i, reader);
            }

            return;
        }

        await using var batch = CreateBatch(statements);
        try
        {
            await ReadAllAsync(batch, read, cancellation);
        }
        catch (DbException error) when (batch.Transaction is null && Dialect.IsStalePlan(error))
        {
            Dialect.Unprepare(_opened);
            await ReadAllAsync(batch, read, cancellation);
        }
    }

    private static async Task ReadAllAsync(DbBatch batch, Func<int, DbDataReader, Task> read, CancellationToken cancellation)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        for (var i = 0; i < batch.BatchCommands.Count; i++)
        {
            await read(i, reader);
            await reader.NextResultAsync(cancellation);
        }
    }

    private DbBatch CreateBatch(IReadOnlyList<SqlStatement> statements)
    {
        var batch = _opened.CreateBatch();
        batch.Transaction = Connection.Transaction;
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Text;
            _statements.Add(statement.Text);
            Fill(command.Parameters, statement);
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private void Fill(DbParameterCollection parameters, SqlStatement statement)
    {
        for (var i = 0; i < statement.Parameters.Count; i++) Dialect.AddParameter(parameters, statement.Parameters[i], i + 1);
    }

    public async Task<int> ExecuteAsync(SqlStatement statement, CancellationToken cancellation)
    {
        await using var command = CreateCommand(statement);
        using var span = Trace(command);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs text that holds no value of a request: DDL, pragmas.</summary>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellation) =>
        ExecuteAsync(new SqlStatement(sql, []), cancellation);

    public async Task<object?> ScalarAsync(SqlStatement statement, CancellationToken cancellation)
    {
        await using var command = CreateCommand(statement);
        using var span = Trace(command);
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull ? value : null;
    }

    public async Task<List<T>> QueryAsync<T>(SqlStatement statement, Func<DbDataReader, T> map, CancellationToken cancellation)
    {
        await using var command = CreateCommand(statement);
        await using var reader = await ExecuteReaderAsync(command, cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(map(reader));
        return rows;
    }

    private System.Diagnostics.Activity? Trace(DbCommand command) => Dialect.TraceName is not { } name ? null
        : Tracing.Start("sql", System.Diagnostics.ActivityKind.Client)?.SetTag("db.system.name", name).SetTag("db.query.text", command.CommandText);

    public ValueTask DisposeAsync()
    {
        _sessions?.Remove();
        _sessions = null;
        return Connection.DisposeAsync();
    }
}
