using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.Server.Edges.Calls.Payloads;

/// <summary>Typed messages ↔ items of the collection that they stand for: the fields have the same names.</summary>
internal static class ItemMessage<T> where T : class, IMessage<T>, new()
{
    private const string Key = "id";

    /// <summary>The item with the fields that are set.</summary>
    public static JsonElement Item(T message)
    {
        var item = message.Clone();
        foreach (var field in item.Descriptor.Fields.InFieldNumberOrder())
        {
            // To the millisecond, as the API prints moments: protobuf's nanoseconds fit into no database.
            if (field.Accessor.GetValue(item) is Timestamp moment) moment.Nanos -= moment.Nanos % 1_000_000;
        }

        return MessageJson.Of(item);
    }

    /// <summary>A change: the fields that are set, and null for those to clear. The key is not among them.</summary>
    public static JsonElement Change(T? message, RepeatedField<string> clear)
    {
        var change = message is null ? [] : JsonObject.Create(Item(message))!;
        change.Remove(Key);
        foreach (var field in clear)
        {
            if (!change.TryAdd(field, null)) throw DirectusException.InvalidPayload($"\"{field}\" is both set and cleared");
        }

        return JsonSerializer.SerializeToElement(change);
    }

    /// <summary>The message of an item; INVALID_QUERY when the query made something else of it.</summary>
    public static T Of(string item)
    {
        try
        {
            return MessageJson.Read<T>(item);
        }
        catch (InvalidProtocolBufferException cause)
        {
            var why = $"This answer is no plain {new T().Descriptor.Name.ToLowerInvariant()}: ask for related items and aggregates with ItemsService";
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidQuery, why)], cause);
        }
    }
}
