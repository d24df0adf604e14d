using OpenTelemetry.Trace;

namespace Directus.Grpc.Server.Hosting.Telemetry;

/// <summary>Begins a trace for every call, up to some a second. More spans than these could not be sent anyway, and making them
/// would slow down a server that has much to do; so the traces that there are, are whole.</summary>
internal sealed class BoundedSampler(TimeProvider time) : Sampler
{
    private const int Most = 100;

    private long _second;
    private int _begun;

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var second = time.GetTimestamp() / time.TimestampFrequency;
        // Whoever comes between the two may be counted for either second.
        if (Interlocked.Exchange(ref _second, second) != second) Volatile.Write(ref _begun, 0);
        return new SamplingResult(Volatile.Read(ref _begun) < Most && Interlocked.Increment(ref _begun) <= Most
            ? SamplingDecision.RecordAndSample
            : SamplingDecision.Drop);
    }
}
