using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Directus.Grpc.Server.Hosting.Proxies;

/// <summary>Reads addresses that headers state, as `1.2.3.4`, `1.2.3.4:80`, `::1` or `[::1]:80`.</summary>
internal static class StatedAddress
{
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        // A bare number is an address to .NET, and no proxy writes one.
        if (text.Count('.') != 3 && !text.Contains(':')) return false;
        if (!IPEndPoint.TryParse(text, out var point)) return false;
        address = Plain(point.Address);
        return true;
    }

    /// <summary>An IPv4 address that came by IPv6 is the IPv4 address.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
