using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Directus.Grpc.Server.Access;

/// <summary>`ip_access` of a policy: addresses, networks (10.0.0.0/8) and ranges (10.0.0.1-10.0.0.9), by commas.</summary>
internal static class AddressList
{
    /// <summary>Whether the list admits the address; an empty list admits all, and what cannot be read admits nobody.</summary>
    public static bool Admits(string? list, IPAddress? address)
    {
        var entries = list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (entries.Length == 0) return true;
        if (address is null) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return entries.Any(entry => Matches(entry, address));
    }

    /// <summary>Whether an entry is an address, a network or a range, written in full.</summary>
    public static bool IsValid(string entry)
    {
        var slash = entry.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
            return IsAddress(entry[..slash], out var first) && IPNetwork.TryParse(entry, out var network) && network.BaseAddress.Equals(first);
        var dash = entry.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return IsAddress(entry, out _);
        return IsAddress(entry[..dash].Trim(), out var low) && IsAddress(entry[(dash + 1)..].Trim(), out var high)
            && low.AddressFamily == high.AddressFamily && Compare(low, high) <= 0;
    }

    // "10" and "0x7f.1" are addresses to the library, but hardly to who wrote them.
    private static bool IsAddress(string text, [NotNullWhen(true)] out IPAddress? address) =>
        IPAddress.TryParse(text, out address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text);

    private static bool Matches(string entry, IPAddress address)
    {
        if (entry.Contains('/')) return IPNetwork.TryParse(entry, out var network) && network.Contains(address);
        var dash = entry.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0) return IPAddress.TryParse(entry, out var single) && single.Equals(address);
        return IPAddress.TryParse(entry[..dash].Trim(), out var low) && IPAddress.TryParse(entry[(dash + 1)..].Trim(), out var high)
            && low.AddressFamily == address.AddressFamily && high.AddressFamily == address.AddressFamily
            && Compare(low, address) <= 0 && Compare(address, high) <= 0;
    }

    private static int Compare(IPAddress left, IPAddress right) => left.GetAddressBytes().AsSpan().SequenceCompareTo(right.GetAddressBytes());
}
