using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Changes;
using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema;

/// <summary>Holds the current schema. A reload makes a new one and swaps it; one that fails keeps the old.</summary>
public sealed partial class SchemaStore : IChangeListener
{
    private readonly Database _database;
    private readonly SchemaReader _reader;
    private readonly ILogger<SchemaStore> _logger;
    private readonly SemaphoreSlim _reload = new(1, 1);
    private volatile DatabaseSchema? _current;
    private int _doubted;

    internal SchemaStore(Database database, SchemaReader reader, ILogger<SchemaStore> logger) =>
        (_database, _reader, _logger) = (database, reader, logger);

    ChangeTopic IChangeListener.Topic => ChangeTopic.Schema;

    /// <summary>The current schema; the first load happens before the server listens.</summary>
    public DatabaseSchema Current => _current ?? throw new InvalidOperationException("The schema has not been loaded yet.");

    public async Task ReloadAsync(CancellationToken cancellation) => await ReloadAsync(null, cancellation);

    /// <summary>A schema that is newer than the one that a statement has shown to be outdated.</summary>
    public async Task<DatabaseSchema> RenewAsync(DatabaseSchema outdated, CancellationToken cancellation)
    {
        await ReloadAsync(outdated, cancellation);
        return Current;
    }

    private async Task ReloadAsync(DatabaseSchema? outdated, CancellationToken cancellation)
    {
        // One after the other, so that an older reading never replaces a newer one.
        await _reload.WaitAsync(cancellation);
        try
        {
            // Many calls find out at the same time; one of them reads for all.
            if (outdated is not null && Current.Version > outdated.Version) return;
            // Statements that were prepared for the old tables.
            _database.ClearPool();
            _current = await _reader.ReadAsync((_current?.Version ?? 0) + 1, cancellation);
        }
        catch (Exception error) when (_current is not null && error is not OperationCanceledException)
        {
            ReloadFailed(_logger, _current.Version, error);
        }
        finally
        {
            _reload.Release();
        }
    }

    /// <summary>Reads the schema again soon, because the database did not know what this one names.</summary>
    public void Doubt()
    {
        if (Interlocked.Exchange(ref _doubted, 1) == 1) return;
        _ = Task.Run(() =>
        {
            Volatile.Write(ref _doubted, 0);
            return ReloadAsync(CancellationToken.None);
        });
    }

    Task IChangeListener.OnChangedAsync(CancellationToken cancellation) => ReloadAsync(cancellation);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The schema could not be read again; version {Version} stays in use")]
    private static partial void ReloadFailed(ILogger logger, long version, Exception error);
}
