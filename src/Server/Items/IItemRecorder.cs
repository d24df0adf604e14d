using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>Keeps account of writes, in their transaction.</summary>
public interface IItemRecorder
{
    /// <param name="caller">Who writes.</param>
    /// <param name="session">The transaction of the write.</param>
    /// <param name="records">The changes, in the order in which they are to be told.</param>
    /// <param name="cancellation">Ends the work.</param>
    Task RecordAsync(Caller caller, DbSession session, IReadOnlyList<ItemRecord> records, CancellationToken cancellation);

    /// <summary>Appends the account of one created item to the statement that inserts it, as further parts of its `with`.
    /// Only for databases that write there.</summary>
    /// <param name="sql">The statement, after the part that inserts.</param>
    /// <param name="caller">Who writes.</param>
    /// <param name="created">Name of the part that inserts and answers the item's key.</param>
    /// <param name="collection">Of the item; one that wants an account.</param>
    /// <param name="revision">What the item became; null for nothing to tell.</param>
    void AppendCreation(SqlBuilder sql, Caller caller, string created, Collection collection, ItemRevision? revision);
}
