using System.Text.Json;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.GraphQL;

/// <summary>Reads requests: from the query string of a GET, from the JSON body of a POST. A list of requests is none.</summary>
internal static class GraphQLRequests
{
    public static async ValueTask<GraphQLRequest> ReadAsync(HttpCall http, CancellationToken cancellation)
    {
        var method = http.Http.Request.Method;
        if (HttpMethods.IsGet(method)) return OfQueryString(http.Http.Request.QueryString.Value);
        if (HttpMethods.IsPost(method)) return OfBody(await http.ReadBodyAsync(cancellation));
        throw NotAllowed(method, "GET", "POST");
    }

    /// <summary>A method that leads to something else.</summary>
    public static DirectusException NotAllowed(string method, params string[] allowed) => new([new DirectusError(ErrorCodes.MethodNotAllowed,
        $"Invalid method \"{method}\" used. Should be one of {string.Join(", ", allowed.Select(name => $"\"{name}\""))}.",
        new Dictionary<string, object?> { ["allowed"] = allowed, ["current"] = method })]);

    private static GraphQLRequest OfQueryString(string? raw)
    {
        var query = DirectusQueryString.Value(raw, "query=") ?? throw NoQuery();
        var variables = DirectusQueryString.Value(raw, "variables=") is { } text ? Variables(text) : default;
        return new GraphQLRequest(query, variables, DirectusQueryString.Value(raw, "operationName="), ReadOnly: true);
    }

    private static GraphQLRequest OfBody(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String
            || query.GetString() is not { Length: > 0 } document) throw NoQuery();
        var operation = body.TryGetProperty("operationName", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
        return new GraphQLRequest(document, body.TryGetProperty("variables", out var variables) ? Object(variables) : default,
            operation is "" ? null : operation, ReadOnly: false);
    }

    private static JsonElement Variables(string text)
    {
        try
        {
            return Object(JsonText.Parse(text));
        }
        catch (JsonException)
        {
            throw NoVariables();
        }
    }

    private static JsonElement Object(JsonElement variables) => variables.ValueKind switch
    {
        JsonValueKind.Object => variables,
        JsonValueKind.Null => default,
        _ => throw NoVariables(),
    };

    private static DirectusException NoQuery() => DirectusException.InvalidPayload("Must provide query string");

    private static DirectusException NoVariables() => DirectusException.InvalidQuery("Variables are invalid JSON");
}
