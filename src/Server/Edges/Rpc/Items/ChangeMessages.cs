using System.Text.Json;
using Directus.Grpc.Items.V1;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Items;
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

    public static ItemWrite Update(UpdateItemsRequest request, string collection, bool singleton, QueryLimits limits)
    {
        if (request.Items.Count == 0)
        {
            var data = Data(request.Data);
            return singleton ? new ItemWrite.UpdateSingleton(collection, data) : Update(collection, request.Keys, request.Where, data, limits);
        }

        if (singleton || request.Data is not null || request.Keys.Count > 0 || request.Where is not null)
            throw DirectusException.InvalidPayload("\"items\" goes with neither \"data\" nor \"keys\" nor \"where\", nor with a singleton");
        return new ItemWrite.UpdateEach(collection, Items(request.Items));
    }

    /// <summary>The same change to all items of the keys, or to those that match.</summary>
    public static ItemWrite Update(string collection, RepeatedField<string> keys, Common.V1.Query? where, JsonElement data, QueryLimits limits)
    {
        RequireOne(keys, where);
        return where is null
            ? new ItemWrite.Update(collection, KeyJson.Of(keys), data)
            : new ItemWrite.UpdateMatching(collection, QueryMessages.Parse(where, limits), data);
    }

    public static ItemWrite Delete(string collection, RepeatedField<string> keys, Common.V1.Query? where, QueryLimits limits)
    {
        RequireOne(keys, where);
        return where is null
            ? new ItemWrite.Delete(collection, KeyJson.Of(keys))
            : new ItemWrite.DeleteMatching(collection, QueryMessages.Parse(where, limits));
    }

    private static void RequireOne(RepeatedField<string> keys, Common.V1.Query? where)
    {
        if (keys.Count > 0 && where is not null) throw Peers("contains a conflict between exclusive peers");
        if (keys.Count == 0 && where is null) throw Peers("must contain at least one of");
    }

    private static DirectusException Peers(string why) => DirectusException.InvalidPayload($"The request {why} [where, keys]");
}
