using System.Diagnostics;
using System.Net;

namespace Directus.Grpc.Server.Hosting.Moving;

/// <summary>Connections to a server that an operator has named, so to any address: nothing is followed, kept or unpacked.</summary>
internal static class OtherServerHttp
{
    public static SocketsHttpHandler Handler(DecompressionMethods unpacked = DecompressionMethods.None) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = unpacked,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = DistributedContextPropagator.CreatePassThroughPropagator(),
    };
}
