using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>The messages that are streamed to a caller. A writer of the library that is given the token of its own call cancels
/// that call by it once more, also when the call is over by then, which the host takes for a fault. A call that ends ends what
/// it is writing anyway; so the token keeps a message from being begun, and goes no further.</summary>
internal sealed class ReplyMessages<T>(IServerStreamWriter<T> messages) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => messages.WriteOptions;
        set => messages.WriteOptions = value;
    }

    public Task WriteAsync(T message) => messages.WriteAsync(message);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return WriteAsync(message);
    }
}
