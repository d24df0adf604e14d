namespace Directus.Grpc.Server.Outbound;

/// <summary>Where requests of the server, made for a caller, may not go, and how long they may take.</summary>
public sealed class OutboundOptions
{
    public const string Section = "Outbound";

    /// <summary>IMPORT_IP_DENY_LIST: addresses and networks, by commas. `0.0.0.0` stands for the machine itself.</summary>
    public string DenyList { get; set; } = "0.0.0.0,0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24," +
        "192.168.0.0/16,198.18.0.0/15,224.0.0.0/4,240.0.0.0/4,::/128,::1/128,2001::/32,fc00::/7,fe80::/10,fec0::/10,ff00::/8";

    /// <summary>IMPORT_TIMEOUT: how long a request may take, its answer included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>IMPORT_MAX_REDIRECTS.</summary>
    public int MaxRedirects { get; set; } = 5;
}
