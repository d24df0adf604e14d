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

    /// <summary>Tells that a content version of an item was saved, which leaves the item as it is.</summary>
    /// <param name="caller">Who saves.</param>
    /// <param name="session">The transaction of the save.</param>
    /// <param name="collection">Of the item; nothing is told of one that wants no account.</param>
    /// <param name="key">Key of the item.</param>
    /// <param name="version">Key of the version.</param>
    /// <param name="change">What was saved, as JSON.</param>
    /// <param name="cancellation">Ends the work.</param>
    Task RecordSaveAsync(Caller caller, DbSession session, Collection collection, string key, Guid version, string change,
        CancellationToken cancellation);
}
