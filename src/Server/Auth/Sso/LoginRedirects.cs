using System.Text;
using Directus.Grpc.Server.Auth.Accounts;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>Where a login may lead to: pages of PUBLIC_URL's own origin, and those of the provider's list.</summary>
internal sealed class LoginRedirects(AllowedLinks allowed, PublicAddress address)
{
    // It travels in a cookie.
    private const int Longest = 1_000;

    private readonly Uri _home = new(address.Of("/"));

    /// <summary>The whole address to go to, as it was understood; null when nobody may be sent there.</summary>
    public string? Find(string asked)
    {
        if (asked.Length is 0 or > Longest) return null;
        var found = asked[0] == '/' ? Own(_home.GetLeftPart(UriPartial.Authority) + asked) : Own(asked) ?? allowed.Find(asked);
        // A header holds nothing else.
        return found is not null && Ascii.IsValid(found) ? found : null;
    }

    /// <summary>The address that tells why nobody was let in.</summary>
    public static string WithReason(string redirect, string code) => $"{redirect}{(redirect.Contains('?') ? '&' : '?')}reason={code}";

    private string? Own(string asked) =>
        AllowedLinks.Parse(asked) is { } url && IsHome(url) && !IsAmbiguous(url.AbsolutePath) ? url.AbsoluteUri : null;

    private bool IsHome(Uri url) => url.Scheme == _home.Scheme && url.IdnHost == _home.IdnHost && url.Port == _home.Port;

    // What some page could take for another host, should it decode or shorten the address.
    private static bool IsAmbiguous(string path)
    {
        var decoded = Uri.UnescapeDataString(path);
        return decoded.Any(character => character == '\\' || char.IsControl(character)) || decoded.StartsWith("//", StringComparison.Ordinal);
    }
}
