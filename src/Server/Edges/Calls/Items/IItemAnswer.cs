using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>Where the items go that a call answers; each face gives them its own form.</summary>
internal interface IItemAnswer
{
    /// <summary>Takes what the callback writes: a JSON array of items, or one item as an object.</summary>
    Task ItemsAsync(string collection, ItemQuery query, Func<JsonSink, Task<ItemsRead>> read);

    /// <summary>It was done, and there is nothing of it that the caller may read.</summary>
    void Done();
}
