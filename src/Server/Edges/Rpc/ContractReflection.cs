using Directus.Grpc.Server.Edges.Calls;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Health.V1;
using Grpc.Reflection;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>What reflection tells: the contract with its comments.</summary>
internal static class ContractReflection
{
    public static IServiceCollection AddContractReflection(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReflectionServiceImpl(Services(provider), Symbols));
        services.AddSingleton(provider => new ReflectionV1ServiceImpl(Services(provider), Symbols));
        services.AddGrpcReflection();
        return services;
    }

    private static SymbolRegistry Symbols => SymbolRegistry.FromFiles([.. ContractFiles.Read(), HealthReflection.Descriptor,
        global::Grpc.Reflection.V1.ReflectionReflection.Descriptor, global::Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor]);

    private static IEnumerable<string> Services(IServiceProvider provider) => provider.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>().Distinct();
}
