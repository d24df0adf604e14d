using Directus.Grpc.Server.Edges.Calls;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Connections;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>The messages that a caller streams. What goes wrong in reading them is the caller's doing, and is said so here, where
/// it cannot be taken for a fault of what is done with them.</summary>
internal sealed class RequestMessages<T>(IAsyncStreamReader<T> messages) : IAsyncStreamReader<T>
{
    public T Current => messages.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await messages.MoveNext(cancellationToken);
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or InvalidDataException)
        {
            throw UnreadableMessages.Refusal();
        }
        catch (IOException left)
        {
            throw new ConnectionAbortedException("The caller has left.", left);
        }
    }
}
