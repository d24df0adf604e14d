using Directus.Grpc.Server.Data.SystemTables;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Primitives;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>System collections have routes of their own beside `/items`. In the contract they are one, `/{collection}`; here it
/// becomes one for each collection that the table of their uses opens, without the prefix: `/users`, `/roles/{key}`.</summary>
internal sealed class SystemItemRoutes(IEnumerable<EndpointDataSource> contract) : EndpointDataSource
{
    private const string Variable = "collection";

    // Their services have the same addresses.
    private static readonly string[] Typed =
    [
        SystemCollections.Comments, SystemCollections.Dashboards, SystemCollections.Files, SystemCollections.Folders, SystemCollections.Notifications,
        SystemCollections.Presets, SystemCollections.Shares, SystemCollections.Translations, SystemCollections.Versions,
    ];

    /// <summary>Maps services whose contract has such routes.</summary>
    public static void Map(IEndpointRouteBuilder app, Action<IEndpointRouteBuilder> map)
    {
        var contract = new Contract(app);
        map(contract);
        app.DataSources.Add(new SystemItemRoutes(contract.DataSources));
    }

    public override IReadOnlyList<Endpoint> Endpoints => [.. contract.SelectMany(source => source.Endpoints).SelectMany(Expand)];

    public override IChangeToken GetChangeToken() => new CompositeChangeToken([.. contract.Select(source => source.GetChangeToken())]);

    private static IEnumerable<Endpoint> Expand(Endpoint endpoint)
    {
        if (endpoint is not RouteEndpoint route || !StandsForAll(route.RoutePattern)) return [endpoint];
        var method = endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Single();
        var uses = Uses(method, keyed: route.RoutePattern.PathSegments.Count > 1);
        return SystemItems.With(uses).Except(Typed).Select(collection => Of(collection[SystemCollections.Prefix.Length..], route));
    }

    private static bool StandsForAll(RoutePattern pattern) =>
        pattern.PathSegments is [{ IsSimple: true, Parts: [RoutePatternParameterPart { Name: Variable }] }, ..];

    private static ItemUses Uses(string method, bool keyed) => method switch
    {
        "GET" => keyed ? ItemUses.Get : ItemUses.List,
        "SEARCH" => ItemUses.List | ItemUses.Get,
        "POST" => ItemUses.Create,
        "PATCH" => keyed ? ItemUses.Update | ItemUses.Get : ItemUses.Update,
        "DELETE" => ItemUses.Delete,
        _ => throw new InvalidOperationException($"Items have no {method}."),
    };

    // The variable becomes a literal, and its value a default of the route.
    private static RouteEndpoint Of(string name, RouteEndpoint route)
    {
        var path = "/" + name + route.RoutePattern.RawText!.TrimStart('/')[(Variable.Length + 2)..];
        var pattern = RoutePatternFactory.Parse(path, new RouteValueDictionary { [Variable] = name }, parameterPolicies: null);
        return new RouteEndpoint(route.RequestDelegate!, pattern, route.Order, route.Metadata, $"{route.DisplayName} - {name}");
    }

    private sealed class Contract(IEndpointRouteBuilder app) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => app.ServiceProvider;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => app.CreateApplicationBuilder();
    }
}
