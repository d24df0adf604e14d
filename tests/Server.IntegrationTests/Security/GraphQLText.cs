using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>JSON as literals of GraphQL, which differ in their names alone.</summary>
internal static class GraphQLText
{
    public static string Of(object? value) => Of(JsonSerializer.SerializeToNode(value));

    public static string Of(JsonNode? node) => node switch
    {
        JsonObject fields => $"{{ {string.Join(", ", fields.Select(field => $"{field.Key}: {Of(field.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Of))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
