using System.Diagnostics;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>Which calls have a trace where nobody says otherwise: those whose caller has one, and of the others up to some a second. More
/// spans than these could not be sent anyway, and making them would slow down a server that has much to do; so the traces that there are,
/// are whole, and the other calls cost nothing.</summary>
internal sealed class TraceBudget(TimeProvider time)
{
    private const int Most = 100;

    private long _second;
    private int _begun;

    /// <param name="parent">The caller's `traceparent`.</param>
    public bool Allows(string? parent) => ActivityContext.TryParse(parent, null, isRemote: true, out var caller)
        ? caller.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
        : Take();

    private bool Take()
    {
        var second = time.GetTimestamp() / time.TimestampFrequency;
        // Whoever comes between the two may be counted for either second.
        if (Interlocked.Exchange(ref _second, second) != second) Volatile.Write(ref _begun, 0);
        return Volatile.Read(ref _begun) < Most && Interlocked.Increment(ref _begun) <= Most;
    }
}
