namespace Directus.Grpc.Server.Hosting.Proxies;

/// <summary>Who may say for whom a call is made. Nobody unless told: whoever reaches the server directly could say anything, and
/// `ip_access`, limits and activity would believe it.</summary>
internal sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>IP_TRUST_PROXY: the proxies whose X-Forwarded-For is believed.</summary>
    public string? Trust { get; set; }

    /// <summary>IP_CUSTOM_HEADER: a header in which they state the address alone.</summary>
    public string? Header { get; set; }

    /// <summary>What the settings come to; null when the address of the connection is the caller's.</summary>
    public CallerAddress? Reader()
    {
        var header = Header is null || bool.TryParse(Header, out _) ? null : Header;
        // Who names a header has a proxy that writes it.
        if (!ProxyTrust.TryParse(Trust ?? (header is null ? "false" : "1"), out var trust)) trust = ProxyTrust.None;
        if (trust != ProxyTrust.None) return new CallerAddress(trust, header);
        return header is null
            ? null
            : throw new ConfigurationException("IP_CUSTOM_HEADER is read from proxies that IP_TRUST_PROXY trusts, which must not be false then.");
    }
}
