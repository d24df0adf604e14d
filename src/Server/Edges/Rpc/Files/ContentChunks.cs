using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc.Files;

/// <summary>Sends a content in pieces.</summary>
internal static class ContentChunks
{
    private const int PieceSize = 64 * 1024;

    public static async Task SendAsync<T>(Stream content, long offset, long length, IServerStreamWriter<T> messages, Func<ByteString, T> message,
        CancellationToken cancellation)
    {
        content.Position = offset;
        await SendPartAsync(content, length, messages, message, cancellation);
    }

    /// <summary>Sends a content to its end, wherever that is.</summary>
    public static Task SendAsync<T>(Stream content, IServerStreamWriter<T> messages, Func<ByteString, T> message, CancellationToken cancellation) =>
        SendPartAsync(content, long.MaxValue, messages, message, cancellation);

    private static async Task SendPartAsync<T>(Stream content, long length, IServerStreamWriter<T> messages, Func<ByteString, T> message,
        CancellationToken cancellation)
    {
        while (length > 0)
        {
            var piece = new byte[(int)Math.Min(PieceSize, length)];
            var read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellation);
            if (read == 0) return;
            await messages.WriteAsync(message(UnsafeByteOperations.UnsafeWrap(piece.AsMemory(0, read))), cancellation);
            length -= read;
        }
    }
}
