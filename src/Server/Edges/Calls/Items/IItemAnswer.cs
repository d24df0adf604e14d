using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Where the items go that a call answers; each face gives them its own form.</summary>
internal interface IItemAnswer
{
    /// <summary>Takes what the callback reads: a JSON array of items, or one item as an object.</summary>
    Task ItemsAsync(ItemRead read, Func<JsonSink, Task<ItemsMeta>> run);

    /// <summary>It was done, and there is nothing of it that the caller may read. Takes the place of whatever was answered before.</summary>
    void Done();
}
