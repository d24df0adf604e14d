using Directus.Grpc.Server.Kernel;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Rest;

/// <summary>gRPC on a port that browsers reach.</summary>
internal static class GrpcWeb
{
    public static bool IsGrpc(HttpContext http) => http.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether the page of another site makes the call, and of none that is let in.</summary>
    public static bool IsForeign(HttpContext http, AllowedOrigins allowed, string? publicUrl)
    {
        if (!IsGrpc(http) || http.Request.Headers.Origin is not [{ } origin] || allowed.Contains(origin)) return false;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from)) return true;
        if (publicUrl is not null && Uri.TryCreate(publicUrl, UriKind.Absolute, out var known) && known.Authority == from.Authority) return false;
        return !string.Equals(from.Authority, http.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    public static Task RefuseAsync(HttpContext http)
    {
        Trailers(http, StatusCode.PermissionDenied, "Calls from other origins are not allowed.");
        return Task.CompletedTask;
    }

    public static void Unimplemented(HttpContext http) => Trailers(http, StatusCode.Unimplemented, "There is no such method.");

    // A reply of trailers only: the status stands in the head.
    private static void Trailers(HttpContext http, StatusCode status, string message)
    {
        http.Response.ContentType = http.Request.ContentType;
        http.Response.Headers.GrpcStatus = ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        http.Response.Headers.GrpcMessage = message;
    }
}
