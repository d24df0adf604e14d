using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Export;
using Directus.Grpc.Server.Edges.Calls.Items;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.Calls.Queries;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Edges.GraphQL;
using Directus.Grpc.Server.Edges.Pages;
using Directus.Grpc.Server.Edges.Rest;
using Directus.Grpc.Server.Edges.Rpc;
using Directus.Grpc.Server.Edges.Rpc.Access;
using Directus.Grpc.Server.Edges.Rpc.Auth;
using Directus.Grpc.Server.Edges.Rpc.Files;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Edges.Rpc.Project;
using Directus.Grpc.Server.Edges.Rpc.Schema;
using Directus.Grpc.Server.Edges.Rpc.Shares;
using Directus.Grpc.Server.Edges.Rpc.Users;
using Directus.Grpc.Server.Query.Model;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.Extensions.Options;

namespace Directus.Grpc.Server.Edges;

internal static class EdgeServices
{
    public static IServiceCollection AddEdges(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<HttpOptions>>().Value);
        services.AddSingleton(provider => new QueryCache(provider.GetRequiredService<IOptions<QueryLimits>>().Value));
        services.AddSingleton<ErrorTranslator>();
        services.AddSingleton<HttpCalls>();
        services.AddSingleton<CallEntry>();
        services.AddSingleton<CallInterceptor>();
        services.AddSingleton<UnreadableMessages>();
        services.AddSingleton<RestPipeline>();
        services.AddSingleton<SpoolSpace>();
        services.AddSingleton<ItemCalls>();
        services.AddSingleton<RpcItems>();
        services.AddSingleton<ItemsGrpcService>();
        services.AddSingleton<ServerGrpcService>();
        services.AddExports();
        services.AddIdentityEdges();
        services.AddFileEdges();
        services.AddSingleton<SharedPage>();
        services.AddSingleton<CollectionsGrpcService>();
        services.AddSingleton<FieldsGrpcService>();
        services.AddSingleton<RelationsGrpcService>();
        services.AddSingleton<SnapshotsGrpcService>();
        services.AddSingleton<SsoEndpoints>();
        services.AddGraphQLEdge();
        services.AddSingleton<UtilsGrpcService>();
        services.AddSingleton<ProjectInfo>();
        services.AddSingleton<InfoJson>();
        services.AddSingleton<ServerHealth>();
        services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<CallInterceptor>();
            grpc.IgnoreUnknownServices = true;
        }).AddServiceOptions<SnapshotsGrpcService>(service => service.MaxReceiveMessageSize = SnapshotsGrpcService.MostBytes).AddJsonTranscoding(transcoding => transcoding.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        services.AddContractReflection();
        // Without mail or files it serves all the same: a probe that said no would have it restarted.
        services.AddGrpcHealthChecks(health => health.Services.Map("", check => check.Name == HealthOptions.Database));
        return services;
    }

    /// <summary>What stands before all that may refuse a call: it makes answers of refusals.</summary>
    public static void UseEdges(this WebApplication app) => app.Use(app.Services.GetRequiredService<RestPipeline>().EnterAsync);

    public static void MapEdges(this WebApplication app, bool reflection)
    {
        var pipeline = app.Services.GetRequiredService<RestPipeline>();
        app.UseRouting();
        app.Use((http, next) => pipeline.RouteAsync(http, next));
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.Use(app.Services.GetRequiredService<UnreadableMessages>().RunAsync);
        SystemItemRoutes.Map(app, contract => contract.MapGrpcService<ItemsGrpcService>().WithDirectusRest());
        app.MapGrpcService<ServerGrpcService>().WithDirectusRest();
        app.MapGrpcService<AuthGrpcService>().WithDirectusRest();
        app.MapGrpcService<UsersGrpcService>().WithDirectusRest();
        app.MapGrpcService<AccessGrpcService>().WithDirectusRest();
        app.MapGrpcService<SharesGrpcService>().WithDirectusRest();
        app.MapGrpcService<FilesGrpcService>().WithDirectusRest();
        app.MapGrpcService<AssetsGrpcService>().WithDirectusRest();
        app.MapGrpcService<CollectionsGrpcService>().WithDirectusRest();
        app.MapGrpcService<FieldsGrpcService>().WithDirectusRest();
        app.MapGrpcService<RelationsGrpcService>().WithDirectusRest();
        app.MapGrpcService<SnapshotsGrpcService>().WithDirectusRest();
        app.MapGrpcService<UtilsGrpcService>().WithDirectusRest();
        app.Services.GetRequiredService<SharedPage>().Map(app);
        ExtensionModule.Map(app);
        app.Services.GetRequiredService<SsoEndpoints>().Map(app);
        app.Services.GetRequiredService<GraphQLEndpoint>().Map(app);
        app.MapGrpcHealthChecksService();
        if (reflection) app.MapGrpcReflectionService();
    }
}
