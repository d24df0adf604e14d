using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Directus.Grpc.TestKit;

/// <summary>Rows and filters between .NET objects, JSON and protobuf.</summary>
public static class Structs
{
    public static Struct Of(object value) => JsonParser.Default.Parse<Struct>(JsonSerializer.Serialize(value));

    public static JsonNode ToJson(this Struct row) => JsonNode.Parse(JsonFormatter.Default.Format(row))!;

    public static JsonArray ToJson(this IEnumerable<Struct> rows) => new([.. rows.Select(ToJson)]);

    public static JsonNode ToJson(this ByteString text) => JsonNode.Parse(text.Span)!;
}
