using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>How a text stands in YAML, so that it is read back as that text: bare where nothing else can be meant.</summary>
internal static partial class YamlText
{
    /// <summary>Longer lines are folded.</summary>
    public const int Width = 80;

    public static ScalarStyle StyleOf(string text)
    {
        if (text.Length == 0) return ScalarStyle.SingleQuoted;
        if (!Printable(text)) return ScalarStyle.DoubleQuoted;
        var many = text.Contains('\n');
        if (text.Split('\n').Any(Foldable)) return ScalarStyle.Folded;
        if (many) return ScalarStyle.Literal;
        return IsBare(text) ? ScalarStyle.Plain : ScalarStyle.SingleQuoted;
    }

    /// <summary>A key stands on one line.</summary>
    public static ScalarStyle StyleOfKey(string text)
    {
        if (text.Contains('\n') || !Printable(text)) return ScalarStyle.DoubleQuoted;
        return text.Length > 0 && IsBare(text) ? ScalarStyle.Plain : ScalarStyle.SingleQuoted;
    }

    private static bool Printable(string text)
    {
        foreach (var c in text)
            if ((char.IsControl(c) && c != '\n') || c is '\uFEFF' or '\u2028' or '\u2029') return false;
        return true;
    }

    private static bool Foldable(string line) => line.Length > Width && line[0] != ' ' && line.AsSpan(0, line.Length - 1).Contains(' ');

    private static bool IsBare(string text) =>
        !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !"-?:,[]{}#&*!|=>'\"%@`".Contains(text[0]) && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !Resolves().IsMatch(text);

    // Bare, these would be nulls, booleans (of YAML 1.1 too), numbers, dates or merges.
    [GeneratedRegex("""
        ^(?:
          ~ | null | Null | NULL | << | true | True | TRUE | false | False | FALSE
        | y | Y | yes | Yes | YES | on | On | ON | n | N | no | No | NO | off | Off | OFF
        | [-+]?0b[01_]+ | [-+]?0x[0-9a-fA-F_]+ | [-+]?0o[0-7_]+
        | [-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)? | \.[0-9_]+(?:[eE][-+]?[0-9]+)?
        | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
        | [-+]?[0-9_]+(?::[0-9_]+)+(?:\.[0-9_]*)?
        | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[\ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[\ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?
        )$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Resolves();
}
