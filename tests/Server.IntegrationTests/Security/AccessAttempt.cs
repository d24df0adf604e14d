using System.Text.Json.Nodes;
using Directus.Grpc.Server.IntegrationTests.GraphQL;
using Directus.Grpc.TestKit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>One action on one collection, which each face can be asked for.</summary>
/// <param name="Action">Its letter in the table.</param>
/// <param name="Rest">Method, path and body, for the item with a key.</param>
/// <param name="Grpc">Call and request, for the item with a key.</param>
internal sealed record AccessAttempt(char Action, Func<string, (HttpMethod Method, string Path, object? Body)> Rest,
    Func<string, (string Rpc, object Request)> Grpc)
{
    /// <summary>Documents in GraphQL that say it, for the item with a key; null when GraphQL has no words for it.</summary>
    public Func<string, string[]>? GraphQL { get; init; }

    /// <summary>Method, path and body in API v1.1, for the item with a key; null when it has no words for it.</summary>
    public Func<string, (HttpMethod Method, string Path, object? Body)>? Old { get; init; }

    /// <summary>Where they are sent.</summary>
    public string GraphQLPath { get; init; } = GraphQLCalls.Items;

    /// <summary>The code of the refusal; null when it was done.</summary>
    public async Task<string?> RestAsync(TestClient client, string key)
    {
        var (method, path, body) = Rest(key);
        using var reply = await client.SendAsync(method, path, body);
        if (reply.IsSuccessStatusCode) return null;
        var text = await reply.Content.ReadAsStringAsync();
        return (string?)JsonNode.Parse(text)!["errors"]![0]!["extensions"]!["code"];
    }

    /// <summary>What API v1.1 says instead of a code: that one has to log in, that it is forbidden, that it is not there.</summary>
    public async Task<string?> OldAsync(TestClient client, string key)
    {
        var (method, path, body) = Old!(key);
        using var reply = await client.SendAsync(method, $"/api/1.1/tables/{path}", body);
        if (reply.IsSuccessStatusCode) return null;
        return (int)reply.StatusCode is 401 or 403 or 404 ? "FORBIDDEN" : await reply.Content.ReadAsStringAsync();
    }

    public async Task<string?> GrpcAsync(TestClient client, string key)
    {
        var (rpc, request) = Grpc(key);
        return await Rpcs.RefusalAsync(client, rpc, request);
    }

    // What a caller may not do does not exist in the schema that they see.
    public async Task<string?> GraphQLAsync(TestClient client, string key)
    {
        foreach (var document in GraphQL!(key))
        {
            var refusal = await client.RefusalAsync(document, GraphQLPath);
            if (refusal != "GRAPHQL_VALIDATION") return refusal;
        }

        return "FORBIDDEN";
    }
}
