using System.Net;
using Microsoft.Extensions.Primitives;

namespace Directus.Grpc.Server.Hosting.Proxies;

/// <summary>Finds the caller behind proxies: X-Forwarded-For is read from its end, as long as who wrote an entry is believed. The first
/// one who is not is the caller, and what they claim about themselves is not read.</summary>
internal sealed class CallerAddress(ProxyTrust trust, string? header)
{
    private const string Chain = "X-Forwarded-For";

    public IPAddress? Of(IPAddress? connection, IHeaderDictionary headers)
    {
        if (connection is null) return null;
        var sender = StatedAddress.Plain(connection);
        if (!trust.Covers(sender, 0)) return sender;
        if (header is not null && headers[header] is [{ } stated] && StatedAddress.TryParse(stated, out var alone)) return alone;
        return headers.TryGetValue(Chain, out var chain) ? Follow(sender, chain) : sender;
    }

    private IPAddress Follow(IPAddress sender, StringValues chain)
    {
        var rest = (chain.Count == 1 ? chain[0] : string.Join(',', chain.ToArray())).AsSpan();
        for (var hop = 0; trust.Covers(sender, hop) && rest.Length > 0; hop++)
        {
            var comma = rest.LastIndexOf(',');
            // What is no address was not written by a proxy that knows its work.
            if (!StatedAddress.TryParse(rest[(comma + 1)..].Trim(), out var stated)) break;
            sender = stated;
            rest = comma < 0 ? [] : rest[..comma];
        }

        return sender;
    }
}
