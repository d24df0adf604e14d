using System.Buffers;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>Holds an answer until it is complete, so that a late failure still becomes a clean refusal; an answer that
/// outgrows the buffer is sent in pieces from then on.</summary>
internal sealed class RestSink(RestCall call) : JsonSink, IDisposable
{
    private const int Threshold = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _written;

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _written);

    public override void Advance(int count) => _written += count;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _buffer.AsSpan(_written);
    }

    public override ValueTask FlushAsync(CancellationToken cancellation) =>
        _written < Threshold ? ValueTask.CompletedTask : SendAsync(cancellation);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_written));
        _written += bytes.Length;
    }

    public void Clear() => _written = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _written = 0;
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        await call.SendPieceAsync(Written, cancellation);
        _written = 0;
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
