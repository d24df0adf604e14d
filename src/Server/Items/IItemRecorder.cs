using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>One item of a write: its key, and for revisions the item and what was changed of it, as JSON.</summary>
public readonly record struct RecordedItem(object Key, byte[]? Data, byte[]? Delta);

/// <summary>Keeps account of writes, in their transaction.</summary>
public interface IItemRecorder
{
    Task RecordAsync(Caller caller, DbSession session, Collection collection, AccessAction action,
        IReadOnlyList<RecordedItem> items, CancellationToken cancellation);
}
