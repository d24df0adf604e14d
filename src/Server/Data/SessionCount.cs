namespace Directus.Grpc.Server.Data;

/// <summary>Counts the sessions that are open.</summary>
internal sealed class SessionCount
{
    private int _open;

    public int Open => Volatile.Read(ref _open);

    public void Add() => Interlocked.Increment(ref _open);

    public void Remove() => Interlocked.Decrement(ref _open);
}
