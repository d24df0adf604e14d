using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>Requests over gRPC → the JSON that REST would have sent.</summary>
internal static class SchemaBody
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    public static JsonElement Of(IMessage? message)
    {
        if (message is null) throw DirectusException.InvalidPayload("The request is empty");
        try
        {
            using var document = JsonDocument.Parse(Formatter.Format(message));
            return document.RootElement.Clone();
        }
        catch (Exception error) when (error is InvalidOperationException or JsonException)
        {
            // A Value without a kind, or a number that JSON does not have.
            throw new DirectusException([new DirectusError(ErrorCodes.InvalidPayload, "A value can't be told in JSON")], error);
        }
    }

    public static JsonElement OfAll(IEnumerable<IMessage> messages) => JsonSerializer.SerializeToElement(messages.Select(Of));

}
