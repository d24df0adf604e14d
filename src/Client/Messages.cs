using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Google.Protobuf;

namespace Directus.Grpc.Client;

/// <summary>Messages of the contract ↔ types of this client, by the JSON that both have in common: users of the client see nothing of
/// protobuf, and a new field is a property here.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Collection))]
[JsonSerializable(typeof(Relation))]
[JsonSerializable(typeof(Share))]
[JsonSerializable(typeof(ShareInfo))]
[JsonSerializable(typeof(DirectusFile))]
[JsonSerializable(typeof(Transformation))]
internal sealed partial class Messages : JsonSerializerContext
{
    // Properties that are never null need a value each: source-generated code passes over their initializers.
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    public static T Read<T>(IMessage message, JsonTypeInfo<T> type) where T : class => JsonSerializer.Deserialize(Formatter.Format(message), type)!;

    public static List<T> ReadAll<T>(IEnumerable<IMessage> messages, JsonTypeInfo<T> type) where T : class =>
        [.. messages.Select(message => Read(message, type))];

    public static TMessage Write<T, TMessage>(T value, JsonTypeInfo<T> type) where TMessage : IMessage, new() =>
        JsonParser.Default.Parse<TMessage>(JsonSerializer.Serialize(value, type));
}
