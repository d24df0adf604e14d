using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Files.Zips;

/// <summary>Names within archives, which are unpacked on systems of any kind: they lead nowhere else and are taken everywhere.</summary>
internal static partial class ZipNames
{
    private const int MostBytes = 255;

    /// <summary>What is left of a name; empty when there is nothing that could be one.</summary>
    public static string Plain(string? name)
    {
        var plain = Unnameable().Replace(name ?? "", "").TrimEnd(' ', '.');
        return Reserved().IsMatch(plain) ? "" : Cut(plain);
    }

    // As many whole characters as a file's name may have bytes.
    private static string Cut(string name)
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes) return name[..length];
            length += rune.Utf16SequenceLength;
        }

        return name;
    }

    [GeneratedRegex("""[/\\?<>:*|"\x00-\x1f\x7f-\x9f]""", RegexOptions.CultureInvariant)]
    private static partial Regex Unnameable();

    // Devices of Windows, with whatever extension.
    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
