using System.Collections.Frozen;
using System.Text;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>A title of the name of a file: `sun_over-the sea.png` → `Sun Over the Sea`.</summary>
internal static class FileTitle
{
    private static readonly FrozenSet<string> Small = FrozenSet.Create("a", "an", "and", "as", "at", "but", "by", "for", "if", "in", "nor", "of",
        "off", "on", "or", "out", "so", "the", "to", "up");

    private static readonly FrozenDictionary<string, string> Special = new[]
    {
        "2FA", "API", "CMS", "CSS", "CSV", "CTA", "DB", "DVD", "FAQ", "FTP", "HD", "HTML", "HTTP", "HTTPS", "ID", "IP", "ISO", "JS", "JSON",
        "M2M", "M2O", "NASA", "NDA", "O2M", "PDF", "PHP", "RAM", "SDK", "SEO", "SQL", "SSL", "TLS", "TTL", "TV", "UI", "URL", "USB", "UUID", "VIP",
        "W3C", "WYSIWYG", "XSS",
        "GitHub", "iMac", "iOS", "iPad", "iPhone", "LinkedIn", "macOS", "MySQL", "PostgreSQL", "YouTube",
    }.ToFrozenDictionary(word => word.ToLowerInvariant());

    public static string Of(string fileName)
    {
        var words = Words(Stem(fileName));
        for (var i = 0; i < words.Count; i++)
            words[i] = Shown(words[i].ToLowerInvariant(), edge: i == 0 || i == words.Count - 1);
        return string.Join(' ', words);
    }

    private static string Stem(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot > 0 ? fileName[..dot] : fileName;
    }

    // At spaces, `_` and `-`; where a capital follows a small letter or a digit, and before the last capital of several when a
    // small letter follows.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '_' or '-' or ' ') End();
            else
            {
                if (i > 0 && word.Length > 0 && IsStart(text, i)) End();
                word.Append(text[i]);
            }
        }

        End();
        return words;

        void End()
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsStart(string text, int i) => char.IsUpper(text[i]) &&
        (char.IsLower(text[i - 1]) || char.IsDigit(text[i - 1]) || (char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1])));

    private static string Shown(string word, bool edge)
    {
        if (word.Length == 0) return word;
        if (Special.TryGetValue(word, out var special)) return special;
        return !edge && Small.Contains(word) ? word : char.ToUpperInvariant(word[0]) + word[1..];
    }
}
