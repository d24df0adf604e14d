using Directus.Grpc.Server.Data.SystemTables;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Routing;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>A route of REST and the RPC behind it.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Path">Its address, as `/users/{key}`.</param>
/// <param name="Rpc">The RPC.</param>
/// <param name="TakesBody">Whether it takes a body.</param>
internal sealed record ApiRoute(HttpMethod Method, string Path, MethodDescriptor Rpc, bool TakesBody)
{
    private static readonly HashSet<string> Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>The system collection whose items it is about, by the first part of its address; null for all others.</summary>
    public string? SystemCollection { get; } = SystemItems.With(ItemUses.None).FirstOrDefault(name => name == SystemCollections.Prefix + First(Path));

    /// <summary>Whether it is about the items of any collection.</summary>
    public bool OfItems { get; } = First(Path) == "items";

    /// <summary>What is written in the address itself.</summary>
    public IEnumerable<string> Parameters => Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1]);

    /// <summary>The routes of the contract. SEARCH is no method that a document can tell of.</summary>
    public static IEnumerable<ApiRoute> Of(IEnumerable<Endpoint> endpoints)
    {
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<GrpcJsonTranscodingMetadata>() is not { } transcoded) continue;
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(Methods.Contains) ?? [])
                yield return new ApiRoute(HttpMethod.Parse(method), Template(endpoint), transcoded.MethodDescriptor,
                    transcoded.HttpRule.Body.Length > 0);
        }
    }

    private static string Template(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            var other => other.ToString(),
        }))));

    private static string First(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
}
