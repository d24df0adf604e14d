using Directus.Grpc.Server.Edges.Calls.Logins;
using Directus.Grpc.Server.Edges.Rpc.Access;
using Directus.Grpc.Server.Edges.Rpc.Auth;
using Directus.Grpc.Server.Edges.Rpc.Shares;

namespace Directus.Grpc.Server.Edges.Rpc.Users;

internal static class IdentityEdgeServices
{
    /// <summary>The services of logins, users and shares.</summary>
    public static IServiceCollection AddIdentityEdges(this IServiceCollection services) => services
        .AddSingleton<TokenReplies>()
        .AddSingleton<ShareAccess>()
        .AddSingleton<AuthGrpcService>()
        .AddSingleton<UsersGrpcService>()
        .AddSingleton<AccessGrpcService>()
        .AddSingleton<SharesGrpcService>();
}
