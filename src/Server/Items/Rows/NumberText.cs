using System.Globalization;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Numbers as the databases spell them.</summary>
internal static class NumberText
{
    /// <summary>Whether it is a number, and neither `NaN` nor `Infinity`. Digits with a sign and a point, as nearly all are, take no
    /// parsing.</summary>
    public static bool IsFinite(ReadOnlySpan<char> text)
    {
        var points = 0;
        for (var i = text is ['-', ..] ? 1 : 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) continue;
            if (text[i] != '.' || ++points > 1)
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        }

        return text.Length > points && char.IsAsciiDigit(text[^1]);
    }
}
