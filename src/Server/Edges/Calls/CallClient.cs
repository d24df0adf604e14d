using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls;

/// <summary>Where a call comes from, before anyone knows who makes it.</summary>
internal static class CallClient
{
    public static Principal Of(HttpContext http) => new()
    {
        Ip = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress,
        UserAgent = Header(http.Request.Headers.UserAgent),
        Origin = Header(http.Request.Headers.Origin),
    };

    private static string? Header(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : values[0];
}
