using System.Threading.RateLimiting;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>Points that are counted in this process.</summary>
internal sealed class MemoryRateLimit : IRateLimit, IDisposable
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    private readonly PartitionedRateLimiter<string> _callers;

    public MemoryRateLimit(CallerRate rate, TimeProvider time)
    {
        Points = rate.Points;
        var duration = TimeSpan.FromSeconds(rate.Duration);
        _callers = PartitionedRateLimiter.Create<string, string>(caller =>
            RateLimitPartition.Get(caller, _ => new WindowLimiter(rate.Points, duration, time)));
    }

    public int Points { get; }

    public ValueTask<TimeSpan> TakeAsync(string caller, int points, CancellationToken cancellation)
    {
        using var lease = _callers.AttemptAcquire(caller, points);
        if (lease.IsAcquired) return new(TimeSpan.Zero);
        return new(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > Least ? wait : Least);
    }

    public void Dispose() => _callers.Dispose();
}
