namespace Directus.Grpc.Server.Edges.Rpc;

internal static class IdentityEdgeServices
{
    /// <summary>The services of logins, users and shares.</summary>
    public static IServiceCollection AddIdentityEdges(this IServiceCollection services) => services
        .AddSingleton<TokenReplies>()
        .AddSingleton<ShareAccess>()
        .AddSingleton<ShareCreation>()
        .AddSingleton<AuthGrpcService>()
        .AddSingleton<UsersGrpcService>()
        .AddSingleton<AccessGrpcService>()
        .AddSingleton<SharesGrpcService>();
}
