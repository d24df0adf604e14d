using System.Collections.Concurrent;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>How many rows of a table a caller may read, in all and of each status. Every list tells it, and counting may cost more than the
/// list, so it is kept: until something is written here, and for a second, as what others write may show later anyway.</summary>
internal sealed class RowTotals(RowReader reader, TimeProvider clock) : IItemListener
{
    private const int Most = 1_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Key, Known> _known = new();
    private long _generation;

    public async Task<IReadOnlyList<(string? Value, long Count)>> OfAsync(Caller caller, LegacyTable table, CancellationToken cancellation)
    {
        var (generation, since) = (Interlocked.Read(ref _generation), clock.GetTimestamp());
        var key = new Key(table.Name, table.Always.ToString(), caller.Schema.Version, caller.Access, caller.Principal.User, caller.Principal.Share);
        if (_known.TryGetValue(key, out var known) && known.Generation == generation && clock.GetElapsedTime(known.Since) < Lifetime)
            return known.Counts;
        var counts = await reader.CountAsync(caller, table, table.Status?.Field.Name, cancellation);
        if (_known.Count >= Most) _known.Clear();
        _known[key] = new Known(generation, since, counts);
        return counts;
    }

    public void OnChanged(ItemChanged change) => Interlocked.Increment(ref _generation);

    private sealed record Key(string Table, string Rows, long Schema, AccessRules Access, Guid? User, Guid? Share);

    private sealed record Known(long Generation, long Since, IReadOnlyList<(string? Value, long Count)> Counts);
}
