using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.GraphQL;
using Directus.Grpc.Server.Edges.LegacyV11;
using Directus.Grpc.Server.Edges.OpenApi;
using Directus.Grpc.Server.Edges.Pages;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Edges.Rpc;

namespace Directus.Grpc.Server.Edges;

internal static class EdgeServices
{
    public static IServiceCollection AddEdges(this IServiceCollection services)
    {
        services.AddCalls();
        services.AddRpcEdge();
        services.AddGraphQLEdge();
        services.AddLegacyEdge();
        services.AddSingleton<DocumentBuilder>();
        services.AddSingleton<IOpenApiSpecification, OpenApiSpecification>();
        services.AddSingleton<RestPipeline>();
        services.AddSingleton<SsoEndpoints>();
        services.AddSingleton<SharedPage>();
        services.AddSingleton<HomePage>();
        services.AddOptions<StudioOptions>().BindConfiguration(StudioOptions.Section);
        services.AddSingleton<Studio>();
        return services;
    }

    /// <summary>What stands before all that may refuse a call: it makes answers of refusals.</summary>
    public static void UseEdges(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<RestPipeline>().EnterAsync);
        app.Use(app.Services.GetRequiredService<LegacyGate>().EnterAsync);
    }

    public static void MapEdges(this WebApplication app, bool reflection)
    {
        var pipeline = app.Services.GetRequiredService<RestPipeline>();
        app.UseRouting();
        app.Use((http, next) => pipeline.RouteAsync(http, next));
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.Use(app.Services.GetRequiredService<UnreadableMessages>().RunAsync);
        SystemItemRoutes.Map(app, contract =>
        {
            foreach (var service in Services(app.Services)) service.Map(contract).WithDirectusRest();
        });
        if (app.Services.GetRequiredService<IOpenApiSpecification>().Enabled) Explorer.Map(app);
        app.Services.GetRequiredService<SharedPage>().Map(app);
        app.Services.GetRequiredService<Studio>().Map(app);
        ExtensionModule.Map(app);
        app.Services.GetRequiredService<SsoEndpoints>().Map(app);
        app.Services.GetRequiredService<GraphQLEndpoint>().Map(app);
        app.MapGrpcHealthChecksService();
        if (reflection) app.MapGrpcReflectionService();
    }

    private static IEnumerable<RpcService> Services(IServiceProvider services) =>
        services.GetRequiredService<LegacyGate>().IsOpen ? [.. RpcServices.All, .. LegacyServices.All] : RpcServices.All;
}
