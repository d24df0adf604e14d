using System.Text.Json;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Auth.Rules;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Shares;

/// <summary>Creates shares over REST. Directus looks at the right to share the target before the right to create shares,
/// which shows in what it answers.</summary>
internal sealed class ShareCreation(ItemReader reader, ItemWriter writer)
{
    public static void RequireCollections(Caller caller, IEnumerable<string> collections)
    {
        foreach (var collection in collections)
            if (collection.Length > 0) ShareTargets.RequireCollection(caller, collection);
    }

    public async Task RunAsync(HttpCall rest, Caller caller, CancellationToken cancellation)
    {
        var query = rest.Query;
        var body = await rest.ReadBodyAsync(cancellation);
        var items = ItemBodies.Items(body);
        RequireCollections(caller, items.Select(CollectionOf));
        var keys = await writer.WriteAsync(caller, new ItemWrite.Create(SystemCollections.Shares, items), cancellation);
        try
        {
            await rest.DataAsync(async sink =>
            {
                var elements = KeyJson.Of(keys);
                ItemRead read = body.ValueKind == JsonValueKind.Array
                    ? new ItemRead.List(SystemCollections.Shares, query with { TotalCount = false, FilterCount = false }, elements)
                    : new ItemRead.One(SystemCollections.Shares, elements[0], query);
                return (await reader.ReadAsync(caller, read, sink, cancellation)).Counts;
            });
        }
        catch (DirectusException refusal) when (refusal.Code == ErrorCodes.Forbidden)
        {
            rest.NoContent(); // who may create but not read
        }
    }

    public static string CollectionOf(JsonElement item) =>
        item.TryGetProperty("collection", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "";
}
