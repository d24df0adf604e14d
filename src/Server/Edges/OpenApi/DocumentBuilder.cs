using System.Collections.Frozen;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Microsoft.OpenApi;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>The schema, what the caller may do, and the contract → an OpenAPI document.</summary>
internal sealed class DocumentBuilder(IEnumerable<EndpointDataSource> endpoints, HttpOptions options)
{
    private const string AnyVersion = "11";

    // Only administrators change or move the model.
    private static readonly string[] Models = ["/collections", "/fields", "/relations", "/schema"];

    private readonly Lazy<FrozenDictionary<string, string>> _comments = new(ContractComments.Read);
    private readonly Lazy<IReadOnlyList<ApiRoute>> _routes = new(() => [.. ApiRoute.Of(endpoints.SelectMany(source => source.Endpoints))
        .OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Method.Method, StringComparer.Ordinal)]);

    public OpenApiDocument Build(Caller caller)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Dynamic API Specification",
                Description = "This is a dynamically generated API specification for all endpoints existing on the current project.",
                // Strangers learn no version of the product.
                Version = caller.Principal.IsPublic ? AnyVersion : ProductVersion.Directus,
            },
            Servers = [new OpenApiServer { Url = options.PublicUrl ?? "/", Description = "Your current project." }],
            Components = new OpenApiComponents
            {
                Schemas = new Dictionary<string, IOpenApiSchema>(), Parameters = new Dictionary<string, IOpenApiParameter>(),
                Responses = new Dictionary<string, IOpenApiResponse>(), SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(),
            },
            Paths = [],
            Tags = new HashSet<OpenApiTag>(),
        };
        SharedParts.AddTo(document);
        document.Security = [Requirement(document, "Bearer"), Requirement(document, "Query"), []];
        AddItems(document, caller);
        AddContract(document, caller);
        return document;
    }

    private void AddItems(OpenApiDocument document, Caller caller)
    {
        var schemas = new CollectionSchemas(document, caller);
        schemas.AddTo(document.Components!);
        var operations = new ItemOperations(document, schemas);
        foreach (var (name, tag) in schemas.Names)
        {
            var collection = caller.Schema[name];
            if (Address(collection.Name) is not { } path) continue;
            operations.AddTo(document.Paths, collection, path);
            if (document.Paths.ContainsKey(path)) document.Tags!.Add(new OpenApiTag { Name = tag, Description = $"The items of {name}." });
        }
    }

    private void AddContract(OpenApiDocument document, Caller caller)
    {
        var operations = new ContractOperations(document, _comments.Value);
        foreach (var route in _routes.Value)
        {
            if (IsOfItems(route) || !Allows(caller, route)) continue;
            operations.AddTo(document.Paths, route);
            var tag = ContractOperations.TagOf(route.Rpc.Service);
            if (document.Tags!.All(known => known.Name != tag))
                document.Tags!.Add(new OpenApiTag { Name = tag, Description = _comments.Value.GetValueOrDefault(route.Rpc.Service.FullName) });
        }
    }

    // System collections have addresses of their own, if any.
    private string? Address(string collection)
    {
        if (!collection.StartsWith(SystemCollections.Prefix, StringComparison.Ordinal)) return $"/items/{collection}";
        var path = $"/{collection[SystemCollections.Prefix.Length..]}";
        return _routes.Value.Any(route => route.Path == path && route.SystemCollection == collection && !Models.Contains(path)) ? path : null;
    }

    // The list and the single item, which are told with their fields.
    private bool IsOfItems(ApiRoute route)
    {
        if (route.OfItems) return true;
        if (route.SystemCollection is not { } collection || Models.Any(path => route.Path.StartsWith(path, StringComparison.Ordinal))) return false;
        var rest = route.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        return rest.Length == 0 || (rest is [var only] && only.StartsWith('{'));
    }

    private static bool Allows(Caller caller, ApiRoute route)
    {
        if (Models.Any(path => route.Path.StartsWith(path, StringComparison.Ordinal))
            && (route.Method != HttpMethod.Get || route.SystemCollection is null))
            return caller.Principal.Admin;
        return route.SystemCollection is not { } collection || caller.Principal.User is not null
            || caller.Access.Allows(collection, AccessAction.Read);
    }

    private static OpenApiSecurityRequirement Requirement(OpenApiDocument document, string scheme) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
