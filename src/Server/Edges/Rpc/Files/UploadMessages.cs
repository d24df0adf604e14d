using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Directus.Grpc.Files.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Files.Uploads;
using Directus.Grpc.Server.Kernel;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>The messages of an upload as a header and the stream of its content.</summary>
internal sealed class UploadMessages(IAsyncStreamReader<UploadFileRequest> messages) : Stream
{
    private ReadOnlyMemory<byte> _piece;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first message.</summary>
    public async Task<UploadFileHeader> HeaderAsync(CancellationToken cancellation) =>
        await messages.MoveNext(cancellation) && messages.Current.Header is { } header ? header
            : throw DirectusException.InvalidPayload("The first message has to be the \"header\"");

    /// <summary>The file that the other messages hold.</summary>
    public async IAsyncEnumerable<IncomingFile> FileAsync(UploadFileHeader header, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        cancellation.ThrowIfCancellationRequested();
        var file = header.File ?? new();
        if (file.Type.Length == 0) throw DirectusException.InvalidPayload("\"type\" is required");
        if (file.FilenameDownload.Length == 0) throw DirectusException.InvalidPayload("\"filename_download\" is required");
        yield return new IncomingFile(Fields(file), file.FilenameDownload, file.Type, this);
    }

    /// <summary>What a message says of a file, but for its content.</summary>
    public static JsonObject Fields(Directus.Grpc.Files.V1.File? file) =>
        file is null ? [] : JsonObject.Create(ItemMessage<Directus.Grpc.Files.V1.File>.Item(file))!;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_piece.IsEmpty)
        {
            if (!await messages.MoveNext(cancellationToken)) return 0;
            if (messages.Current.PartCase != UploadFileRequest.PartOneofCase.Data)
                throw DirectusException.InvalidPayload("Only the first message may be a \"header\"");
            _piece = messages.Current.Data.Memory;
        }

        var count = Math.Min(buffer.Length, _piece.Length);
        _piece[..count].CopyTo(buffer);
        _piece = _piece[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
