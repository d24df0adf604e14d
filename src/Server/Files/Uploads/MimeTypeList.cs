using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>FILES_MIME_TYPE_ALLOW_LIST.</summary>
internal sealed class MimeTypeList
{
    private readonly List<Regex> _patterns;

    public MimeTypeList(string list) =>
        _patterns = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pattern)];

    public bool Admits(string type) => _patterns.Any(pattern => pattern.IsMatch(type));

    private static Regex Pattern(string entry) => new(
        $"^{Regex.Escape(entry).Replace("\\*", "[^/]*", StringComparison.Ordinal)}\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
