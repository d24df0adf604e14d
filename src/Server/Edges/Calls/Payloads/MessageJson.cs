using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Calls.Payloads;

/// <summary>Messages as JSON, with the names that its fields have in Directus and without those that are not set. A message may
/// hold what JSON cannot: a Value without a kind, a number that is none, a moment before the year 1.</summary>
internal static class MessageJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public static JsonElement Of(IMessage message)
    {
        try
        {
            return JsonElement.Parse(Formatter.Format(message));
        }
        catch (Exception error) when (error is InvalidOperationException or JsonException)
        {
            throw Untold(error);
        }
    }

    /// <summary>A message from JSON; what it has no field for is left out.</summary>
    public static T Read<T>(string json) where T : IMessage, new() => Parser.Parse<T>(json);

    private static DirectusException Untold(Exception cause) =>
        new([new DirectusError(ErrorCodes.InvalidPayload, "A value can't be told in JSON")], cause);
}
