using Directus.Grpc.Server.Access;

namespace Directus.Grpc.Server.Edges.Calls.Project;

/// <summary>The routes that a caller may use, and the shapes of what goes in and out, as an OpenAPI document.</summary>
internal interface IOpenApiSpecification
{
    /// <summary>Whether it is told at all; ROUTE_NOT_FOUND where it is not.</summary>
    bool Enabled { get; }

    /// <param name="caller">The caller.</param>
    /// <param name="version">`3.0` or `3.1`; null for the former. INVALID_QUERY for others.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<OpenApiText> OfAsync(Caller caller, string? version, CancellationToken cancellation);
}

/// <summary>An OpenAPI document.</summary>
/// <param name="Json">The document.</param>
/// <param name="Tag">Its entity tag.</param>
internal sealed record OpenApiText(ReadOnlyMemory<byte> Json, string Tag);
