using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>The items that versions are of, as their readers see them.</summary>
internal sealed class MainItems(StoredItems stored, Database database)
{
    /// <summary>The item, and the hash of it; FORBIDDEN when it is absent or not readable.</summary>
    public async Task<(JsonElement Item, string Hash)> ReadAsync(Caller caller, Collection collection, object key, CancellationToken cancellation)
    {
        await using var session = await database.OpenAsync(cancellation);
        return await ReadAsync(caller, session, collection, key, cancellation);
    }

    /// <summary>The item as it is within a transaction.</summary>
    public async Task<(JsonElement Item, string Hash)> ReadAsync(Caller caller, DbSession session, Collection collection, object key,
        CancellationToken cancellation)
    {
        caller.Require(collection.Name, AccessAction.Read);
        var root = await stored.PlanOneAsync(caller, collection, key, ItemQuery.Default, cancellation);
        using var sink = new MemorySink();
        if (!(await new SingleItem(session, root, caller.Access).WriteAsync(sink, cancellation)).Found) throw DirectusException.Forbidden();
        var item = JsonElement.Parse(sink.Written.Span);
        return (item, ItemHash.Of(item));
    }
}
