using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>Requests over gRPC → the JSON that REST would have sent.</summary>
internal static class SchemaBody
{
    public static JsonElement Of(IMessage? message) =>
        message is null ? throw DirectusException.InvalidPayload("The request is empty") : MessageJson.Of(message);

    public static JsonElement OfAll(IEnumerable<IMessage> messages) => JsonSerializer.SerializeToElement(messages.Select(Of));

    /// <summary>The collection that an entry of a list of changes is about.</summary>
    public static string CollectionOf(JsonElement change) => change.ValueKind == JsonValueKind.Object
        && change.TryGetProperty("collection", out var name) && name.ValueKind == JsonValueKind.String
        ? name.GetString()!
        : throw DirectusException.InvalidPayload("Collection in update misses collection key");

    /// <summary>The field that an entry of a list of changes is about.</summary>
    public static string FieldOf(JsonElement change)
    {
        JsonInput.RequireObject(change);
        return JsonInput.Text(change, "field", "field") ?? throw SchemaRefusals.Required("field");
    }
}
