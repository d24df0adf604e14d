using System.Data.Common;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Data.Databases.Postgres;
using Directus.Grpc.Server.Data.Databases.Sqlite;
using LinqToDB;

namespace Directus.Grpc.Server.Data.Databases;

/// <summary>One database product, all of it in a folder of its own: how it is connected to, and by its dialect whatever else is
/// peculiar to it. Nobody but the choice here asks which one it is.</summary>
internal abstract class DatabaseDriver : IAsyncDisposable
{
    public static DatabaseDriver For(DatabaseOptions options) => options.Client switch
    {
        DatabaseClient.Postgres => new PostgresDriver(options),
        DatabaseClient.Sqlite => new SqliteDriver(options.Filename),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Client, null),
    };

    public abstract Dialect Dialect { get; }

    /// <summary>How LinqToDB connects.</summary>
    public abstract DataOptions Options { get; }

    /// <summary>As many sessions as may be open at a time; null for any number.</summary>
    public virtual int? MaxSessions => null;

    /// <summary>How many long reads there may be at a time.</summary>
    public virtual int LongReads => 16;

    /// <summary>Whether transactions that write have to queue, as the database knows but one at a time.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>Makes a session ready whose connection has just been opened.</summary>
    public virtual Task PrepareAsync(DbSession session, DbConnection opened, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Makes a session ready for a transaction that changes tables.</summary>
    public virtual Task PrepareToAlterAsync(DbSession session, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Forgets pooled connections.</summary>
    public virtual void ClearPool()
    {
    }

    public abstract ChangeFeed ChangesOf(Database database);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
