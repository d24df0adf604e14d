using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>Requests over gRPC → the JSON that REST would have sent.</summary>
internal static class SchemaBody
{
    public static JsonElement Of(IMessage? message) => message is null ? throw DirectusException.InvalidPayload("The request is empty") : MessageJson.Of(message);

    public static JsonElement OfAll(IEnumerable<IMessage> messages) => JsonSerializer.SerializeToElement(messages.Select(Of));
}
