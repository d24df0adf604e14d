using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Keeps what a field of the root has read, as long as the request has not read too much. REST sends rows while they are
/// read; here all of them are held until the last one is resolved.</summary>
internal sealed class BoundedSink(GraphQLCall call) : JsonSink
{
    private int _counted;

    public new ReadOnlySpan<byte> Written => base.Written.Span;

    public override ValueTask FlushAsync(CancellationToken cancellation)
    {
        call.BytesRead += Length - _counted;
        _counted = Length;
        if (call.BytesRead > GraphQLCall.MostBytesRead)
            throw DirectusException.InvalidQuery($"The items come to more than {GraphQLCall.MostBytesRead >> 20} MB. Ask for fewer at a time");
        return ValueTask.CompletedTask;
    }
}
