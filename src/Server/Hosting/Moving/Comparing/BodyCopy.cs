namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>The body of a request while it is read, of which a copy is kept as long as it is not too long.</summary>
internal sealed class BodyCopy(Stream body, int most) : Stream
{
    private readonly CopiedBytes _copy = new(most);

    /// <summary>What was read; null where it is too long.</summary>
    public ReadOnlyMemory<byte>? Copied => _copy.Bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        _copy.Add(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = body.Read(buffer, offset, count);
        _copy.Add(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() => body.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
