using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Holds an answer until it is complete, so that a late failure still becomes a clean refusal; an answer that
/// outgrows the buffer is sent in pieces from then on.</summary>
internal sealed class HttpSink(HttpCall call) : JsonSink
{
    private const int Threshold = 64 * 1024;

    public override ValueTask FlushAsync(CancellationToken cancellation) =>
        Length < Threshold ? ValueTask.CompletedTask : SendAsync(cancellation);

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    public Piece TakePiece()
    {
        var (buffer, length) = Take();
        return new Piece(buffer, length);
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        if (!call.ReadsAhead)
        {
            await call.SendPieceAsync(Written, cancellation);
            Clear();
            return;
        }

        await call.SendAheadAsync(TakePiece());
    }
}
