using System.Text.Json;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

/// <summary>What is to be read.</summary>
public abstract record ItemRead(string Collection, ItemQuery Query)
{
    /// <summary>Items as a JSON array; of a singleton its item as an object.</summary>
    /// <param name="Collection">The collection.</param>
    /// <param name="Query">Which items, and what of them.</param>
    /// <param name="Keys">Primary keys to limit the answer to: all of them, however many a page has, but unknown ones are left out.
    /// Null for no such limit.</param>
    public sealed record List(string Collection, ItemQuery Query, IReadOnlyList<JsonElement>? Keys = null) : ItemRead(Collection, Query);

    /// <summary>One item as a JSON object. FORBIDDEN when it is absent or not readable.</summary>
    /// <param name="Collection">The collection.</param>
    /// <param name="Key">The item's primary key.</param>
    /// <param name="Query">What of the item.</param>
    public sealed record One(string Collection, JsonElement Key, ItemQuery Query) : ItemRead(Collection, Query);
}
