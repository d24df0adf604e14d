using Directus.Grpc.Items.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Health.V1;
using Grpc.Reflection;

namespace Directus.Grpc.Server.Edges.Rpc;

/// <summary>What reflection tells: the contract with its comments, which the compiled types have lost, and the types of the details
/// that refusals carry, which no message of the contract names.</summary>
internal static class ContractReflection
{
    private const string Contracts = "contracts.pb";

    public static IServiceCollection AddContractReflection(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReflectionServiceImpl(Services(provider), Symbols));
        services.AddSingleton(provider => new ReflectionV1ServiceImpl(Services(provider), Symbols));
        services.AddGrpcReflection();
        return services;
    }

    private static SymbolRegistry Symbols => SymbolRegistry.FromFiles([.. Files(), HealthReflection.Descriptor,
        global::Grpc.Reflection.V1.ReflectionReflection.Descriptor, global::Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor]);

    private static IEnumerable<string> Services(IServiceProvider provider) => provider.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>().Distinct();

    private static IReadOnlyList<FileDescriptor> Files()
    {
        using var stream = typeof(ItemsService).Assembly.GetManifestResourceStream(Contracts)
            ?? throw new InvalidOperationException($"{Contracts} is not embedded.");
        return FileDescriptor.BuildFromByteStrings(FileDescriptorSet.Parser.ParseFrom(stream).File.Select(file => file.ToByteString()));
    }
}
