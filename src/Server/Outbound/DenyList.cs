using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Directus.Grpc.Server.Outbound;

/// <summary>Addresses that may not be reached, in whatever form they are written.</summary>
internal sealed class DenyList
{
    private readonly HashSet<IPAddress> _addresses = [];
    private readonly List<IPNetwork> _networks = [];
    private readonly bool _ownAddresses;

    private DenyList(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            if (entry is "0.0.0.0" or "::") _ownAddresses = true;
            else if (IPAddress.TryParse(entry, out var address)) _addresses.Add(Plain(address));
            else _networks.Add(IPNetwork.Parse(entry));
        }
    }

    public static DenyList Parse(string text) => new(Entries(text));

    /// <summary>The first entry that is neither an address nor a network; null when all are.</summary>
    public static string? Malformed(string text) =>
        Entries(text).FirstOrDefault(entry => !IPAddress.TryParse(entry, out _) && !IPNetwork.TryParse(entry, out _));

    public bool Denies(IPAddress address)
    {
        var plain = Plain(address);
        if (_ownAddresses && IsOwn(plain)) return true;
        return _addresses.Contains(plain)
            || _networks.Any(network => network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain));
    }

    private static string[] Entries(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOwn(IPAddress address) =>
        IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ||
        NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Any(own => Plain(own.Address).Equals(address));

    // IPv4 within IPv6 leads to the same machine: mapped, compatible, NAT64 and 6to4.
    private static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (bytes is [0x20, 0x02, ..]) return new IPAddress(bytes.AsSpan(2, 4));
        var compatible = bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && BitConverter.ToUInt32(bytes, 12) is not 0
            && bytes is not [.., 0, 0, 0, 1];
        var translated = bytes is [0x00, 0x64, 0xff, 0x9b, ..];
        return compatible || translated ? new IPAddress(bytes.AsSpan(12, 4)) : new IPAddress(bytes);
    }
}
