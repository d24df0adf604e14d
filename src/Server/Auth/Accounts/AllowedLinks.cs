namespace Directus.Grpc.Server.Auth.Accounts;

/// <summary>The pages that a mailed link may lead to. Scheme, host, port and path have to equal an entry of the list; only a
/// query may be added, which the link keeps, encoded.</summary>
internal sealed class AllowedLinks(string list)
{
    private readonly List<Uri> _entries = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Parse).OfType<Uri>()];

    /// <summary>The address to link to; null when it is not on the list.</summary>
    public string? Find(string asked) =>
        Parse(asked) is { } url && _entries.Any(entry => IsSame(entry, url)) ? url.AbsoluteUri : null;

    /// <summary>The link with its token.</summary>
    public static string WithToken(string link, string token) => $"{link}{(link.Contains('?') ? '&' : '?')}token={token}";

    private static bool IsSame(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.IdnHost == right.IdnHost && left.Port == right.Port && left.AbsolutePath == right.AbsolutePath;

    /// <summary>The address; null for what two parsers could read in two ways: browsers take a backslash for a slash and leave
    /// out line breaks.</summary>
    public static Uri? Parse(string text)
    {
        if (text.Any(character => character <= ' ' || character == '\\' || char.IsControl(character)) || text.Contains('#')) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url)) return null;
        var written = text.StartsWith($"{url.Scheme}://", StringComparison.OrdinalIgnoreCase);
        return written && url.UserInfo.Length == 0 && url.Host.Length > 0 ? url : null;
    }
}
