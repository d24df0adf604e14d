namespace Directus.Grpc.Server.Hosting.Pressure;

/// <summary>Calls that began at about the same time, as far as they are not answered.</summary>
internal sealed class CallGroup
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);

    public void Remove() => Interlocked.Decrement(ref _count);
}
