namespace Directus.Grpc.Server.Edges.Rpc.Files;

internal static class FileEdgeServices
{
    /// <summary>The services of files and assets.</summary>
    public static IServiceCollection AddFileEdges(this IServiceCollection services) => services
        .AddSingleton<FilesGrpcService>()
        .AddSingleton<AssetsGrpcService>();
}
