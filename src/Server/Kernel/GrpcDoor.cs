namespace Directus.Grpc.Server.Kernel;

/// <summary>Where gRPC is answered.</summary>
/// <param name="Port">Its port; null where it is that of REST, behind TLS.</param>
/// <param name="TellsContracts">Whether clients may ask for the contracts.</param>
public sealed record GrpcDoor(int? Port, bool TellsContracts);
