namespace Directus.Grpc.Server.Kernel;

/// <summary>How many calls may be made in a while.</summary>
internal interface IRateLimit
{
    /// <summary>What a caller has to spend.</summary>
    int Points { get; }

    /// <summary>Takes points of this caller, and answers how long they have to wait: nothing, where there were enough. Calls that are
    /// refused cost too, and do not lengthen the wait.</summary>
    ValueTask<TimeSpan> TakeAsync(string caller, int points, CancellationToken cancellation);
}
