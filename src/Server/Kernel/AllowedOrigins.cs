using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Kernel;

/// <summary>The sites whose pages may call from a browser, by CORS_ORIGIN. Whatever a browser sends besides (its cookies) is sent
/// for these only.</summary>
internal sealed class AllowedOrigins
{
    /// <summary>No other site.</summary>
    public static readonly AllowedOrigins None = new([], []);

    /// <summary>Any site (`true`).</summary>
    public static readonly AllowedOrigins All = new([], []);

    /// <summary>Any site, and never with its cookies (`*`).</summary>
    public static readonly AllowedOrigins Anonymous = new([], []);

    private const string PatternMark = "regex:";
    private const string ListMark = "array:";

    // A sandboxed frame and a file have this origin, whoever wrote them: it says nothing, so it has to be listed.
    private const string Opaque = "null";

    private readonly HashSet<string> _listed;
    private readonly Regex[] _patterns;

    private AllowedOrigins(HashSet<string> listed, Regex[] patterns)
    {
        _listed = listed;
        _patterns = patterns;
    }

    /// <summary>Reads `true`, `false`, `*`, or origins by commas, of which some may be patterns (`regex:…`). A text that begins with
    /// `regex:` is one pattern, commas and all.</summary>
    public static bool TryParse(string text, out AllowedOrigins origins)
    {
        origins = text.ToLowerInvariant() switch
        {
            "true" => All,
            "false" => None,
            "*" => Anonymous,
            _ => Listed(text) ?? None,
        };
        return origins != None || string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a page of this origin may call, as the browser's header `Origin` tells.</summary>
    public bool Contains(string origin)
    {
        if (this == All || this == Anonymous) return origin != Opaque;
        return _listed.Contains(origin) || Array.Exists(_patterns, pattern => pattern.IsMatch(origin));
    }

    private static AllowedOrigins? Listed(string text)
    {
        var entries = text.StartsWith(PatternMark, StringComparison.Ordinal)
            ? [text]
            : (text.StartsWith(ListMark, StringComparison.Ordinal) ? text[ListMark.Length..] : text)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var patterns = new List<Regex>();
        foreach (var entry in entries)
        {
            if (Pattern(entry) is { } pattern) patterns.Add(pattern);
            else if (Origin(entry) is { } origin) listed.Add(origin);
            else return null;
        }

        return entries.Length == 0 ? null : new AllowedOrigins(listed, [.. patterns]);
    }

    // The form in which browsers name it: without a path, without the port that is the scheme's own.
    private static string? Origin(string text)
    {
        if (text == Opaque) return text;
        if (!text.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var url)) return null;
        if (url.PathAndQuery.Length > 1 || url.Fragment.Length > 0 || url.UserInfo.Length > 0 || url.Host.Length == 0) return null;
        var host = url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost;
        return url.IsDefaultPort ? $"{url.Scheme}://{host}" : $"{url.Scheme}://{host}:{url.Port}";
    }

    // Strangers choose what is compared, so only patterns that take no longer than it is long.
    private static Regex? Pattern(string text)
    {
        if (!text.StartsWith(PatternMark, StringComparison.Ordinal) || text.Length == PatternMark.Length) return null;
        try
        {
            return new Regex(text[PatternMark.Length..], RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
