using System.Data.Common;
using Directus.Grpc.Server.Data.Changes;
using LinqToDB;
using Microsoft.Data.Sqlite;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>A file, with one writer at a time: those of this process queue instead of failing as busy.</summary>
internal sealed class SqliteDriver(string file) : DatabaseDriver
{
    private int _journalIsSet;

    public override Dialect Dialect { get; } = new SqliteDialect();

    public override DataOptions Options { get; } = new DataOptions()
        .UseConnectionString(SqliteMapping.Provider, new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString())
        .UseMappingSchema(SqliteMapping.Schema);

    public override bool HasOneWriter => true;

    public override async Task PrepareAsync(DbSession session, DbConnection opened, CancellationToken cancellation)
    {
        SqliteFunctions.Register((SqliteConnection)opened);
        // The mode stays in the file: readers see the last commit while the writer works.
        if (Interlocked.Exchange(ref _journalIsSet, 1) == 0) await session.ExecuteAsync("pragma journal_mode = wal", cancellation);
        await session.ExecuteAsync("pragma synchronous = normal", cancellation);
    }

    // Replacing a table by its rebuilt copy would else delete or unlink the rows that refer to it. Cannot change inside of a
    // transaction; opening the connection again turns it on.
    public override Task PrepareToAlterAsync(DbSession session, CancellationToken cancellation) =>
        session.ExecuteAsync("pragma foreign_keys = off", cancellation);

    public override ChangeFeed ChangesOf(Database database) => new SqliteChangeFeed(database);
}
