using System.Globalization;
using System.Net;

namespace Directus.Grpc.Server.Hosting.Proxies;

/// <summary>Which proxies are believed when they say for whom they call, by IP_TRUST_PROXY.</summary>
internal sealed class ProxyTrust
{
    public static readonly ProxyTrust None = new([], 0);

    private static readonly Dictionary<string, string[]> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["loopback"] = ["127.0.0.0/8", "::1/128"],
        ["linklocal"] = ["169.254.0.0/16", "fe80::/10"],
        ["uniquelocal"] = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"],
    };

    private readonly IPNetwork[] _networks;
    private readonly int _hops;

    private ProxyTrust(IPNetwork[] networks, int hops)
    {
        _networks = networks;
        _hops = hops;
    }

    /// <summary>Reads `true`, `false`, a count of proxies, or addresses, networks and names of networks by commas.</summary>
    public static bool TryParse(string text, out ProxyTrust trust)
    {
        trust = None;
        if (bool.TryParse(text, out var all))
        {
            if (all) trust = new ProxyTrust([], int.MaxValue);
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hops))
        {
            trust = new ProxyTrust([], hops);
            return true;
        }

        var networks = new List<IPNetwork>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Named.TryGetValue(entry, out var known)) networks.AddRange(known.Select(network => IPNetwork.Parse(network)));
            else if (StatedAddress.TryParse(entry, out var single)) networks.Add(new IPNetwork(single, single.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(entry, out var network)) networks.Add(network);
            else return false;
        }

        trust = new ProxyTrust([.. networks], 0);
        return networks.Count > 0;
    }

    /// <summary>Whether this sender is believed.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="hop">How many senders stand between it and this server.</param>
    public bool Covers(IPAddress address, int hop)
    {
        if (hop < _hops) return true;
        foreach (var network in _networks)
            if (network.Contains(address)) return true;
        return false;
    }
}
