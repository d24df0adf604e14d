using System.Net;
using System.Net.Sockets;

namespace Directus.Grpc.Server.Kernel;

/// <summary>By what callers are told apart when their calls are counted.</summary>
internal static class CallerKey
{
    private const int NetworkBytes = 8;

    /// <summary>The address; of IPv6 its first 64 bits, since the others are at the free choice of who has one.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[NetworkBytes..].Clear();
        return new IPAddress(bytes).ToString();
    }
}
