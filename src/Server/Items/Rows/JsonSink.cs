using System.Buffers;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Where a read writes its JSON. <see cref="FlushAsync"/> is called now and then, always after a whole row: a sink
/// that answers over a network sends what it holds, one in memory keeps it.</summary>
public abstract class JsonSink : IBufferWriter<byte>
{
    public abstract void Advance(int count);

    public abstract Memory<byte> GetMemory(int sizeHint = 0);

    public abstract Span<byte> GetSpan(int sizeHint = 0);

    public abstract ValueTask FlushAsync(CancellationToken cancellation);
}
