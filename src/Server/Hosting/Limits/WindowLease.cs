using System.Threading.RateLimiting;

namespace Directus.Grpc.Server.Hosting.Limits;

/// <summary>Whether there were points enough, and when there will be.</summary>
/// <param name="wait">How long until then; zero where there were.</param>
internal sealed class WindowLease(TimeSpan wait) : RateLimitLease
{
    public static readonly WindowLease Admitted = new(TimeSpan.Zero);

    public override bool IsAcquired => wait == TimeSpan.Zero;

    public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = !IsAcquired && metadataName == MetadataName.RetryAfter.Name ? wait : null;
        return metadata is not null;
    }
}
