using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>The routes that a caller may use, and the shapes of what goes in and out, as an OpenAPI document.</summary>
internal interface IOpenApiSpecification
{
    Task<OpenApiText> OfAsync(Caller caller, CancellationToken cancellation);
}

/// <summary>An OpenAPI document.</summary>
/// <param name="Json">The document.</param>
/// <param name="Tag">Its entity tag.</param>
internal sealed record OpenApiText(ReadOnlyMemory<byte> Json, string Tag);
