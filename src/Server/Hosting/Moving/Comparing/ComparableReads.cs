using System.Collections.Frozen;
using System.Text.Json;
using System.Web;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Directus.Grpc.Server.Hosting.Moving.Comparing;

/// <summary>What may be asked of another server as well: reads of collections, which change nothing there.</summary>
internal static class ComparableReads
{
    private const string GraphQL = "graphql";

    private static readonly FrozenSet<string> Areas = new[]
    {
        GraphQL, "items", "access", "activity", "collections", "comments", "dashboards", "fields", "files", "flows", "folders", "notifications",
        "operations", "panels", "permissions", "policies", "presets", "relations", "revisions", "roles", "settings", "shares",
        "translations", "users", "versions",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a call may be one, by its address alone.</summary>
    public static bool MayBe(string method, string path)
    {
        if (path.Split('/', 4) is not ["", var area, .. var rest] || !Areas.Contains(area)) return false;
        // A flow may begin with a GET, and do anything.
        if (area == "flows" && rest is ["trigger", ..]) return false;
        return method is "GET" or "SEARCH" || (method == "POST" && area == GraphQL);
    }

    /// <summary>Whether a call that may be one is one: documents of GraphQL can also write.</summary>
    public static bool Is(ReadCall call)
    {
        if (!MayBe(call.Method, call.Path)) return false;
        return call.Path.Split('/')[1] != GraphQL || (Document(call) is { } document && OnlyAsks(document));
    }

    private static string? Document(ReadCall call)
    {
        if (call.Method == "GET") return HttpUtility.ParseQueryString(call.Target[call.Path.Length..])["query"];
        try
        {
            using var body = JsonDocument.Parse(call.Body);
            return body.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("query", out var query)
                && query.ValueKind == JsonValueKind.String ? query.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool OnlyAsks(string document)
    {
        try
        {
            return Parser.Parse(document).Definitions.All(definition =>
                definition is GraphQLFragmentDefinition or GraphQLOperationDefinition { Operation: OperationType.Query });
        }
        catch (Exception error) when (error is GraphQLParserException)
        {
            return false;
        }
    }
}
