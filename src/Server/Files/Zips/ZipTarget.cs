using System.Buffers;

namespace Directus.Grpc.Server.Files.Zips;

/// <summary>Takes what an archive writes and hands it on in larger pieces. An archive writes the ends of its parts synchronously,
/// which an answer does not take: they wait here for the next piece.</summary>
internal sealed class ZipTarget(Stream target) : Stream
{
    private const int PieceSize = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _waiting = new(2 * PieceSize);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return _waiting.WrittenCount < PieceSize ? ValueTask.CompletedTask : HandOnAsync(cancellationToken);
    }

    /// <summary>Hands on what waits.</summary>
    public async ValueTask HandOnAsync(CancellationToken cancellation)
    {
        await target.WriteAsync(_waiting.WrittenMemory, cancellation);
        _waiting.ResetWrittenCount();
    }

    // An archive flushes after each part; nobody waits for parts of it.
    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
