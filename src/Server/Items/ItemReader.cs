using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

/// <summary>Reads items: plans, compiles, runs and renders. The only way to the rows of any collection.</summary>
public sealed class ItemReader
{
    /// <summary>Writes a JSON array of items (of a singleton: one object) to the sink.</summary>
    /// <param name="keys">Primary keys to limit the answer to, unknown ones are left out; null for no such limit.</param>
    public Task<ItemCounts> ListAsync(Caller caller, string collection, ItemQuery query, IReadOnlyList<JsonElement>? keys,
        JsonSink sink, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Writes one item as a JSON object; FORBIDDEN when it is absent or not readable.</summary>
    public Task GetAsync(Caller caller, string collection, JsonElement key, ItemQuery query, JsonSink sink,
        CancellationToken cancellation) => throw new NotSupportedException();
}
