using Grpc.Core;

namespace Directus.Grpc.Server.Kernel;

/// <summary>One entry of the catalogue in <see cref="ErrorCodes"/>: what it is called and how each edge answers it.</summary>
/// <param name="Name">Directus code, part of the API.</param>
/// <param name="HttpStatus">Status over REST.</param>
/// <param name="RpcStatus">Status over gRPC.</param>
/// <param name="Meaning">The sentence shown when the refusal gives no reason of its own.</param>
public sealed record ErrorCode(string Name, int HttpStatus, StatusCode RpcStatus, string Meaning)
{
    public override string ToString() => Name;
}
