using Directus.Grpc.Server.Schema.Introspection;

namespace Directus.Grpc.Server.Schema;

/// <summary>Holds the current snapshot. A reload makes a new one and swaps it; one that fails keeps the old.</summary>
public sealed class SchemaStore
{
    private readonly SchemaReader _reader;
    private readonly ILogger<SchemaStore> _logger;
    private readonly SemaphoreSlim _reload = new(1, 1);
    private volatile SchemaSnapshot? _current;

    internal SchemaStore(SchemaReader reader, ILogger<SchemaStore> logger) => (_reader, _logger) = (reader, logger);

    /// <summary>The current snapshot; the first load happens before the server listens.</summary>
    public SchemaSnapshot Current => _current ?? throw new InvalidOperationException("The schema has not been loaded yet.");

    public async Task ReloadAsync(CancellationToken cancellation)
    {
        // One after the other, so that an older reading never replaces a newer one.
        await _reload.WaitAsync(cancellation);
        try
        {
            _current = await _reader.ReadAsync((_current?.Version ?? 0) + 1, cancellation);
        }
        catch (Exception error) when (_current is not null && error is not OperationCanceledException)
        {
            SchemaLog.ReloadFailed(_logger, _current.Version, error);
        }
        finally
        {
            _reload.Release();
        }
    }
}
