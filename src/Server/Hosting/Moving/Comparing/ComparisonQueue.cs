using System.Threading.Channels;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>What waits to be compared. It is short: what the other server does not keep up with is left out and counted.</summary>
internal sealed class ComparisonQueue(MovingMetrics metrics)
{
    private const int Length = 64;

    private readonly Channel<Comparison> _waiting = Channel.CreateBounded<Comparison>(Length);

    public void Offer(Comparison comparison)
    {
        if (!_waiting.Writer.TryWrite(comparison)) metrics.Compared(comparison.Route, MovingMetrics.Dropped);
    }

    public IAsyncEnumerable<Comparison> ReadAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);
}
