using System.Threading.RateLimiting;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>The points of one caller. Their time begins with the first call, as in Directus; .NET's own fixed windows do not tell how
/// much of them is left.</summary>
internal sealed class WindowLimiter(int points, TimeSpan duration, TimeProvider time) : RateLimiter
{
    private readonly Lock _lock = new();
    private long _start = time.GetTimestamp();
    private long _taken;
    private long _admitted;
    private long _refused;

    // A window that is over counts nothing any more, so it may be forgotten.
    public override TimeSpan? IdleDuration => time.GetElapsedTime(_start) - duration is { Ticks: > 0 } idle ? idle : null;

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            return new RateLimiterStatistics
            {
                CurrentAvailablePermits = Math.Max(0, points - _taken),
                TotalSuccessfulLeases = _admitted,
                TotalFailedLeases = _refused,
            };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_start) >= duration) (_start, _taken) = (time.GetTimestamp(), 0);
            _taken += permitCount;
            if (_taken <= points)
            {
                _admitted++;
                return WindowLease.Admitted;
            }

            _refused++;
            return new WindowLease(duration - time.GetElapsedTime(_start));
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        new(AttemptAcquireCore(permitCount));
}
