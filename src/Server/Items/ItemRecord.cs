using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items;

/// <summary>A change of one item.</summary>
public sealed class ItemRecord(Collection collection, AccessAction action, object key)
{
    public Collection Collection { get; } = collection;

    public AccessAction Action { get; } = action;

    public object Key { get; } = key;

    /// <summary>What the item became; null where nothing of it was set.</summary>
    public ItemRevision? Revision { get; init; }

    /// <summary>The change of the item that this one was written within.</summary>
    public ItemRecord? Parent { get; set; }
}
