using Directus.Grpc.Server.Edges.Calls;
using Directus.Grpc.Server.Edges.Calls.Project;
using Directus.Grpc.Server.Edges.Rpc.Access;
using Directus.Grpc.Server.Edges.Rpc.Auth;
using Directus.Grpc.Server.Edges.Rpc.Comments;
using Directus.Grpc.Server.Edges.Rpc.Dashboards;
using Directus.Grpc.Server.Edges.Rpc.Files;
using Directus.Grpc.Server.Edges.Rpc.Folders;
using Directus.Grpc.Server.Edges.Rpc.Items;
using Directus.Grpc.Server.Edges.Rpc.Notifications;
using Directus.Grpc.Server.Edges.Rpc.Presets;
using Directus.Grpc.Server.Edges.Rpc.Project;
using Directus.Grpc.Server.Edges.Rpc.Schema;
using Directus.Grpc.Server.Edges.Rpc.Shares;
using Directus.Grpc.Server.Edges.Rpc.Translations;
using Directus.Grpc.Server.Edges.Rpc.Users;
using Directus.Grpc.Server.Edges.Rpc.Versions;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace Directus.Grpc.Server.Edges.Rpc;

internal static class RpcServices
{
    /// <summary>The services of the contract.</summary>
    public static IReadOnlyList<RpcService> All { get; } =
    [
        RpcService.Of<ItemsGrpcService>(),
        RpcService.Of<ServerGrpcService>(),
        RpcService.Of<AuthGrpcService>(),
        RpcService.Of<UsersGrpcService>(),
        RpcService.Of<AccessGrpcService>(),
        RpcService.Of<SharesGrpcService>(),
        RpcService.Of<FilesGrpcService>(),
        RpcService.Of<AssetsGrpcService>(),
        RpcService.Of<DashboardsGrpcService>(),
        RpcService.Of<VersionsGrpcService>(),
        RpcService.Of<FoldersGrpcService>(),
        RpcService.Of<TranslationsGrpcService>(),
        RpcService.Of<PresetsGrpcService>(),
        RpcService.Of<NotificationsGrpcService>(),
        RpcService.Of<CommentsGrpcService>(),
        RpcService.Of<CollectionsGrpcService>(),
        RpcService.Of<FieldsGrpcService>(),
        RpcService.Of<RelationsGrpcService>(),
        RpcService.Of<SnapshotsGrpcService>(),
        RpcService.Of<UtilsGrpcService>(),
    ];

    public static IServiceCollection AddRpcEdge(this IServiceCollection services)
    {
        foreach (var service in All) service.Add(services);
        services.AddSingleton<RpcItems>();
        services.AddSingleton<ShareAccess>();
        services.AddSingleton<CallInterceptor>();
        services.AddSingleton<UnreadableMessages>();
        services.AddGrpc(grpc =>
            {
                grpc.Interceptors.Add<CallInterceptor>();
                grpc.IgnoreUnknownServices = true;
            })
            .AddServiceOptions<SnapshotsGrpcService>(service => service.MaxReceiveMessageSize = SnapshotsGrpcService.MostBytes)
            .AddJsonTranscoding(transcoding => transcoding.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        services.AddContractReflection();
        // Without mail or files it serves all the same: a probe that said no would have it restarted.
        services.AddGrpcHealthChecks(health => health.Services.Map("", check => check.Name == HealthOptions.Database));
        return services;
    }
}
