using System.Buffers;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Where a read writes its JSON, in pooled memory until the sink hands it on. <see cref="FlushAsync"/> is called now and
/// then, always after a whole row: a sink that answers over a network sends what it holds, one in memory keeps it.</summary>
public abstract class JsonSink(int initialCapacity = 4096) : IBufferWriter<byte>, IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(initialCapacity);
    private int _written;
    private long _gone;

    /// <summary>What was written and not handed on.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _written);

    public int Length => _written;

    /// <summary>How much was written since the start.</summary>
    public long Position => _gone + _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(_written);
    }

    public abstract ValueTask FlushAsync(CancellationToken cancellation);

    /// <summary>Takes back what was written after the position; false when some of it has been handed on.</summary>
    public bool TryReturn(long position)
    {
        if (position < _gone) return false;
        _written = (int)(position - _gone);
        return true;
    }

    /// <summary>Lets go of what it holds.</summary>
    public void Clear()
    {
        _gone += _written;
        _written = 0;
    }

    /// <summary>Hands over what it holds, in a buffer that is to be given back to the pool.</summary>
    protected (byte[] Buffer, int Length) Take()
    {
        var taken = (_buffer, _written);
        _buffer = ArrayPool<byte>.Shared.Rent(_buffer.Length);
        Clear();
        return taken;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Clear();
        GC.SuppressFinalize(this);
    }

    private void Ensure(int sizeHint)
    {
        var needed = _written + Math.Max(sizeHint, 256);
        if (needed <= _buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
