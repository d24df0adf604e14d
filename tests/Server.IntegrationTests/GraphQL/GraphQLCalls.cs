using System.Net;
using System.Text.Json.Nodes;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.GraphQL;

/// <summary>Calls in GraphQL, and what a test says about their answers.</summary>
internal static class GraphQLCalls
{
    public const string Items = "/graphql";
    public const string System = "/graphql/system";

    public static Task<HttpResponseMessage> AskAsync(this TestClient client, string document, object? variables = null, string path = Items) =>
        client.PostAsync(path, new { query = document, variables });

    /// <summary>Asked of items and answered without a refusal, exactly this.</summary>
    public static async Task ShouldAnswerAsync(this TestClient client, string document, string data, object? variables = null) =>
        JsonAssert.Same(JsonNode.Parse(data), await client.AnswerAsync(document, Items, variables));

    /// <summary>The data of an answer without a refusal.</summary>
    public static async Task<JsonNode?> AnswerAsync(this TestClient client, string document, string path = Items, object? variables = null)
    {
        using var reply = await client.AskAsync(document, variables, path);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.StatusCode == HttpStatusCode.OK, $"want 200, got {(int)reply.StatusCode}: {text}");
        var answer = JsonNode.Parse(text)!.AsObject();
        Assert.False(answer.ContainsKey("errors"), text);
        return answer["data"];
    }

    /// <summary>The code of the first refusal: of the document, or of a field of it; null when there is none.</summary>
    public static async Task<string?> RefusalAsync(this TestClient client, string document, string path = Items, object? variables = null)
    {
        using var reply = await client.AskAsync(document, variables, path);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True((int)reply.StatusCode < 500, text);
        return (string?)JsonNode.Parse(text)!["errors"]?[0]!["extensions"]!["code"];
    }

    /// <summary>The names that a type of the caller's schema has; empty when there is no such type.</summary>
    public static async Task<string[]> FieldsAsync(this TestClient client, string type, string path = Items)
    {
        var answer = await client.AnswerAsync($"{{ __type(name: \"{type}\") {{ fields {{ name }} inputFields {{ name }} }} }}", path);
        var fields = answer!["__type"]?["fields"] ?? answer["__type"]?["inputFields"];
        return [.. (fields?.AsArray() ?? []).Select(field => (string)field!["name"]!)];
    }
}
