using System.Text.Json;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Rpc.Items;

/// <summary>Which items a message means, and what it changes in them.</summary>
internal static class ChangeMessages
{
    public static IReadOnlyList<JsonElement> Items(RepeatedField<Struct> items)
    {
        var elements = new JsonElement[items.Count];
        for (var i = 0; i < elements.Length; i++) elements[i] = StructJson.ToJson(items[i]);
        return elements;
    }

    public static JsonElement Data(Struct? data) => StructJson.ToJson(data ?? throw DirectusException.InvalidPayload("\"data\" is required"));

    public static ItemChange Change(UpdateItemsRequest request, bool singleton, QueryLimits limits)
    {
        if (request.Items.Count == 0) return Change(request.Keys, request.Where, Data(request.Data), singleton, limits);
        if (singleton || request.Data is not null || request.Keys.Count > 0 || request.Where is not null)
            throw DirectusException.InvalidPayload("\"items\" goes with neither \"data\" nor \"keys\" nor \"where\", nor with a singleton");
        return new ItemChange { Items = Items(request.Items) };
    }

    /// <summary>The same change to all items of the keys, or to those that match.</summary>
    public static ItemChange Change(RepeatedField<string> keys, Common.V1.Query? where, JsonElement data, bool singleton, QueryLimits limits)
    {
        if (singleton) return new ItemChange { Singleton = true, Data = data };
        var which = Which(keys, where, limits);
        return new ItemChange { Keys = which.Keys, Query = which.Query, Data = data };
    }

    public static ItemSelection Which(RepeatedField<string> keys, Common.V1.Query? where, QueryLimits limits) => (keys.Count, where) switch
    {
        (> 0, not null) => throw Peers("contains a conflict between exclusive peers"),
        (0, null) => throw Peers("must contain at least one of"),
        (_, null) => new ItemSelection(KeyJson.Of(keys), null, default),
        _ => new ItemSelection(null, QueryMessages.Parse(where, limits), default),
    };

    private static DirectusException Peers(string why) => DirectusException.InvalidPayload($"The request {why} [where, keys]");
}
