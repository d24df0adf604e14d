using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>A content as it comes in: counted, no larger than it may be, and a refusal when it breaks off.</summary>
internal sealed class BoundedContent(Stream source, long? most) : Stream
{
    /// <summary>Bytes so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await source.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException error)
        {
            throw Broken(error);
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))
        {
            // What derives from it is the server's own affair, as a connection that was closed.
            throw Broken(error);
        }

        Count += read;
        return Count > most ? throw new DirectusException(ErrorCodes.ContentTooLarge) : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    private static DirectusException Broken(Exception cause) =>
        new([new DirectusError(ErrorCodes.InvalidPayload, "The file ends before its end")], cause);
}
