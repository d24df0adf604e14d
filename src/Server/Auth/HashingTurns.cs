namespace Directus.Grpc.Server.Auth;

/// <summary>Each hash of a password takes a core, and mostly memory, for a while: no more run at a time than there are cores, the others
/// wait.</summary>
internal sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    public T Run<T>(Func<T> work)
    {
        _cores.Wait();
        try
        {
            return work();
        }
        finally
        {
            _cores.Release();
        }
    }

    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _cores.WaitAsync(cancellation);
        try
        {
            // Off the caller's thread: it is computation, not waiting.
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();
}
