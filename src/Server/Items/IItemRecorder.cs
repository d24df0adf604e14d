using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;

namespace Directus.Grpc.Server.Items;

/// <summary>Keeps account of writes, in their transaction.</summary>
public interface IItemRecorder
{
    /// <param name="caller">Who writes.</param>
    /// <param name="session">The transaction of the write.</param>
    /// <param name="records">The changes, in the order in which they are to be told.</param>
    /// <param name="cancellation">Ends the work.</param>
    Task RecordAsync(Caller caller, DbSession session, IReadOnlyList<ItemRecord> records, CancellationToken cancellation);
}
