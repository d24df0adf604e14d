namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>A service of the contract: how it is registered and how it is mapped.</summary>
internal sealed record RpcService(Action<IServiceCollection> Add, Func<IEndpointRouteBuilder, GrpcServiceEndpointConventionBuilder> Map)
{
    public static RpcService Of<T>() where T : class => new(services => services.AddSingleton<T>(), routes => routes.MapGrpcService<T>());
}
