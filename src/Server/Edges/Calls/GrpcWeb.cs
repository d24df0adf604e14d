using System.Globalization;
using Directus.Grpc.Server.Kernel;
using Google.Protobuf;
using Grpc.Core;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>gRPC on a port that browsers reach.</summary>
internal static class GrpcWeb
{
    private const string Details = "grpc-status-details-bin";

    public static bool IsGrpc(HttpContext http) =>
        http.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;

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
        Refuse(http, new Google.Rpc.Status { Code = (int)StatusCode.PermissionDenied, Message = "Calls from other origins are not allowed." });
        return Task.CompletedTask;
    }

    public static void Unimplemented(HttpContext http) =>
        Refuse(http, new Google.Rpc.Status { Code = (int)StatusCode.Unimplemented, Message = "There is no such method." });

    /// <summary>A reply of trailers only: the status stands in the head.</summary>
    public static void Refuse(HttpContext http, Google.Rpc.Status status)
    {
        http.Response.ContentType = http.Request.ContentType;
        var headers = http.Response.Headers;
        headers.GrpcStatus = status.Code.ToString(CultureInfo.InvariantCulture);
        headers.GrpcMessage = status.Message;
        if (status.Details.Count > 0) headers[Details] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
    }
}
