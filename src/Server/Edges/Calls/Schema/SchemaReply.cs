using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>One JSON, two faces: written as it is over REST, read into messages over gRPC.</summary>
internal static class SchemaReply
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public static void Answer(HttpCall rest, JsonNode data) => rest.Json(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("data");
        data.WriteTo(json);
        json.WriteEndObject();
    });

    public static void Answer(HttpCall rest, IEnumerable<JsonObject> data) => Answer(rest, new JsonArray([.. data]));

    public static T Message<T>(JsonObject json) where T : IMessage, new() => Parser.Parse<T>(json.ToJsonString());

    /// <summary>A page of a list as messages, and the token of the next.</summary>
    public static (IEnumerable<T> Page, string Next) Page<T>(IEnumerable<JsonObject> all, int size, string token) where T : IMessage, new()
    {
        if (size < 0) throw DirectusException.InvalidQuery("\"page_size\" can't be negative");
        var start = 0;
        if (token.Length > 0 && !int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw DirectusException.InvalidQuery("\"page_token\" is not one that was answered");
        }

        var rest = all.Skip(start).ToList();
        var taken = size == 0 ? rest : rest.Take(size).ToList();
        var next = taken.Count < rest.Count ? (start + taken.Count).ToString(CultureInfo.InvariantCulture) : "";
        return (taken.Select(Message<T>), next);
    }
}
