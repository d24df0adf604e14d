namespace Directus.Grpc.Server.Kernel;

/// <summary>One entry of the catalogue in <see cref="ErrorCodes"/>: what it is called and how it is answered. Its status over gRPC
/// is for the edges to tell.</summary>
/// <param name="Name">Directus code, part of the API.</param>
/// <param name="HttpStatus">Status over HTTP.</param>
/// <param name="Meaning">The sentence shown when the refusal gives no reason of its own.</param>
public sealed record ErrorCode(string Name, int HttpStatus, string Meaning)
{
    public override string ToString() => Name;
}
