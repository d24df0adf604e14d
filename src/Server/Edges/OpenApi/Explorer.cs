using Scalar.AspNetCore;

namespace Directus.Grpc.Server.Edges.OpenApi;

/// <summary>A page to look through the API and to try it, as the caller whose session the browser has. All of it comes from this
/// server.</summary>
internal static class Explorer
{
    public const string Path = "/docs";

    // The page starts itself by a script within it.
    private const string Policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app) => app.MapScalarApiReference(Path, page =>
    {
        page.Title = "API";
        page.AddDocument("oas", "API", "/server/specs/oas?openapi=3.1");
        page.DefaultFonts = false;
        page.Telemetry = false;
        page.HideClientButton = true;
        page.DynamicBaseServerUrl = true;
    }).Add(Guard);

    private static void Guard(EndpointBuilder endpoint)
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return answer(http);
        };
    }
}
