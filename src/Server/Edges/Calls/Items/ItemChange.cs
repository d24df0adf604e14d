using System.Text.Json;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.Calls.Items;

/// <summary>What an update of several items asks for; one of the ways that Directus knows.</summary>
internal sealed record ItemChange
{
    public bool Singleton { get; init; }

    public IReadOnlyList<JsonElement>? Keys { get; init; }

    public ItemQuery? Query { get; init; }

    public JsonElement Data { get; init; }

    public IReadOnlyList<JsonElement>? Items { get; init; }

    public static ItemChange Of(JsonElement body, bool singleton, QueryLimits limits)
    {
        if (singleton) return new ItemChange { Singleton = true, Data = ItemBodies.Item(body) };
        if (body.ValueKind == JsonValueKind.Array) return new ItemChange { Items = ItemBodies.Items(body) };
        var which = ItemBodies.Update(body, limits);
        return new ItemChange { Keys = which.Keys, Query = which.Query, Data = which.Data };
    }

    public static ItemChange Of(UpdateItemsRequest request, bool singleton, QueryLimits limits)
    {
        if (request.Items.Count > 0)
        {
            if (singleton || request.Data is not null || request.Keys.Count > 0 || request.Where is not null)
                throw DirectusException.InvalidPayload("\"items\" goes with neither \"data\" nor \"keys\" nor \"where\", nor with a singleton");
            var items = new List<JsonElement>(request.Items.Count);
            foreach (var item in request.Items) items.Add(StructJson.ToJson(item));
            return new ItemChange { Items = items };
        }

        var data = StructJson.ToJson(request.Data ?? throw DirectusException.InvalidPayload("\"data\" is required"));
        if (singleton) return new ItemChange { Singleton = true, Data = data };
        if (request.Where is not null && request.Keys.Count > 0) throw Peers("contains a conflict between exclusive peers");
        if (request.Where is not null) return new ItemChange { Query = QueryMessages.Parse(request.Where, limits), Data = data };
        return request.Keys.Count > 0 ? new ItemChange { Keys = KeyJson.Of(request.Keys), Data = data } : throw Peers("must contain at least one of");
    }

    public static ItemSelection Which(DeleteItemsRequest request, QueryLimits limits)
    {
        if (request.Where is not null && request.Keys.Count > 0) throw Peers("contains a conflict between exclusive peers");
        if (request.Where is not null) return new ItemSelection(null, QueryMessages.Parse(request.Where, limits), default);
        return request.Keys.Count > 0 ? new ItemSelection(KeyJson.Of(request.Keys), null, default) : throw Peers("must contain at least one of");
    }

    private static DirectusException Peers(string why) => DirectusException.InvalidPayload($"The request {why} [where, keys]");
}
