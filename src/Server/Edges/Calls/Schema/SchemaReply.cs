using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Edges.Calls.Payloads;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;
using Google.Protobuf;

namespace Directus.Grpc.Server.Edges.Calls.Schema;

/// <summary>One JSON, two faces: written as it is over REST, read into messages over gRPC.</summary>
internal static class SchemaReply
{
    public static void Answer(HttpCall http, JsonNode data) => http.Data(json => data.WriteTo(json));

    public static void Answer(HttpCall http, IEnumerable<JsonObject> data) => Answer(http, new JsonArray([.. data]));

    public static T Message<T>(JsonObject json) where T : IMessage, new() => MessageJson.Read<T>(json.ToJsonString());

    /// <summary>A collection, or folder of collections, as the API shows it.</summary>
    public static JsonObject Collection(DatabaseSchema schema, string name) => schema.TryGetCollection(name, out var collection)
        ? SchemaJson.Of(collection)
        : SchemaJson.OfFolder(schema.Folders.First(folder => (string?)folder["collection"] == name));

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
