using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.GraphQL.Items;

/// <summary>Keeps what a field of the root has read, as long as the request has not read too much. REST sends rows while they are
/// read; here all of them are held until the last one is resolved.</summary>
internal sealed class BoundedSink(GraphQLCall call) : JsonSink, IDisposable
{
    private readonly MemorySink _rows = new();
    private int _counted;

    public ReadOnlySpan<byte> Written => _rows.Written.Span;

    public override void Advance(int count) => _rows.Advance(count);

    public override Memory<byte> GetMemory(int sizeHint = 0) => _rows.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _rows.GetSpan(sizeHint);

    public override ValueTask FlushAsync(CancellationToken cancellation)
    {
        call.BytesRead += _rows.Length - _counted;
        _counted = _rows.Length;
        if (call.BytesRead > GraphQLCall.MostBytesRead)
            throw DirectusException.InvalidQuery($"The items come to more than {GraphQLCall.MostBytesRead >> 20} MB. Ask for fewer at a time");
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _rows.Dispose();
}
