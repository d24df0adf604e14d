using Directus.Grpc.Items.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>The contract with its comments, which the compiled types have lost, and the types of the details that refusals carry, which
/// no message of the contract names.</summary>
internal static class ContractFiles
{
    private const string Contracts = "contracts.pb";

    public static IReadOnlyList<FileDescriptor> Read()
    {
        using var stream = typeof(ItemsService).Assembly.GetManifestResourceStream(Contracts)
            ?? throw new InvalidOperationException($"{Contracts} is not embedded.");
        return FileDescriptor.BuildFromByteStrings(FileDescriptorSet.Parser.ParseFrom(stream).File.Select(file => file.ToByteString()));
    }
}
