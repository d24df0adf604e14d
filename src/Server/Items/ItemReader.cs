using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Items;

/// <summary>Reads items as their callers see them. The only way to the rows of any collection.</summary>
internal sealed class ItemReader(StoredItems stored, IEnumerable<IItemSource> sources)
{
    private readonly IItemSource[] _sources = [.. sources];

    /// <summary>Writes what is read to the sink.</summary>
    public Task<ItemsMeta> ReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        foreach (var source in _sources)
            if (source.Takes(caller, read)) return source.ReadAsync(caller, read, sink, cancellation);
        return stored.ReadAsync(caller, read, sink, cancellation);
    }

    /// <summary>Reads what may be hidden from the caller, as what they have just written; null when it is, instead of FORBIDDEN.</summary>
    public async Task<ItemsMeta?> TryReadAsync(Caller caller, ItemRead read, JsonSink sink, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(caller, read, sink, cancellation);
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            return null;
        }
    }
}
