using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Kernel;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges.Calls.Spools;

/// <summary>The space that all spools share, and the few answers that may wait for their readers when there is none left.</summary>
public sealed class SpoolSpace(IOptions<SpoolOptions> options, Database database)
{
    private readonly int _mostWaiting = Math.Max(1, database.LongReads / 2);
    private long _used;
    private int _waiting;

    public long MinRate => options.Value.MinRate;

    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _used, bytes) <= options.Value.MaxSize) return true;
        Free(bytes);
        return false;
    }

    public void Free(long bytes) => Interlocked.Add(ref _used, -bytes);

    /// <summary>Lets an answer wait, with what it holds of the database; false when enough of them do.</summary>
    public bool TryWait()
    {
        if (Interlocked.Increment(ref _waiting) <= _mostWaiting) return true;
        EndWait();
        return false;
    }

    public void EndWait() => Interlocked.Decrement(ref _waiting);

    public static DirectusException Full() => new(ErrorCodes.ServiceUnavailable, "There are too many long answers that are read slowly. Try again");
}
