namespace Directus.Grpc.Server.Kernel;

/// <summary>Goes with a call where calls are counted: one that turns out to ask for several things pays for each.</summary>
/// <param name="take">Takes so many points more.</param>
internal sealed class CallMeter(Func<int, CancellationToken, ValueTask> take)
{
    /// <summary>Takes points; REQUESTS_EXCEEDED where there are not enough.</summary>
    public ValueTask TakeAsync(int points, CancellationToken cancellation) => take(points, cancellation);
}
