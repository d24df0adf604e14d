using System.Globalization;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>A colour as style sheets spell it: by name, `#rgb`, `#rrggbb` (with alpha too), `rgb()`, `hsl()` and `hwb()`.</summary>
/// <param name="Red">0 to 255, as the other two.</param>
/// <param name="Alpha">0 for what is not seen to 255.</param>
internal readonly partial record struct Colour(double Red, double Green, double Blue, double Alpha)
{
    public static Colour Black { get; } = new(0, 0, 0, 255);

    public double[] Rgb => [Red, Green, Blue];

    /// <summary>The colour of a text; null when it is none.</summary>
    public static Colour? Parse(string text)
    {
        text = text.Trim().ToLowerInvariant();
        if (text == "transparent") return default(Colour);
        if (text.StartsWith('#')) return OfHex(text[1..]);
        return Function().Match(text) is { Success: true } function ? OfFunction(function) : OfHex(text) ?? OfName(text);
    }

    // The library calls grey gray alone, and names colours of windows too.
    private static Colour? OfName(string name)
    {
        var known = System.Drawing.Color.FromName(name.Replace("grey", "gray", StringComparison.Ordinal));
        return known is { IsKnownColor: true, IsSystemColor: false } ? new Colour(known.R, known.G, known.B, 255) : null;
    }

    private static Colour? OfHex(string digits)
    {
        if (digits.Length is 3 or 4) digits = string.Concat(digits.Select(digit => $"{digit}{digit}"));
        if (digits.Length == 6) digits += "ff";
        if (digits.Length != 8 || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var colour)) return null;
        return new Colour(colour >> 24, (colour >> 16) & 255, (colour >> 8) & 255, colour & 255);
    }

    private static Colour? OfFunction(Match function)
    {
        var alpha = function.Groups["alpha"] is { Success: true } given ? AlphaOf(Share(given.Value, 1)) : 255;
        string[] parts = [function.Groups["a"].Value, function.Groups["b"].Value, function.Groups["c"].Value];
        if (function.Groups["name"].Value == "rgb") return new Colour(Whole(parts[0]), Whole(parts[1]), Whole(parts[2]), alpha);
        if (parts[0].EndsWith('%') || !parts[1].EndsWith('%') || !parts[2].EndsWith('%')) return null;
        var (hue, one, other) = (Number(parts[0]), Share(parts[1], 1), Share(parts[2], 1));
        return function.Groups["name"].Value == "hsl" ? OfHue(hue, one, other, alpha) : OfWhiteAndBlack(hue, one, other, alpha);
    }

    private static Colour OfWhiteAndBlack(double hue, double white, double black, double alpha)
    {
        var pure = OfHue(hue, 1, 0.5, alpha);
        var grey = Math.Max(1, white + black);
        return new Colour(Part(pure.Red), Part(pure.Green), Part(pure.Blue), alpha);

        double Part(double part) => (part * (1 - ((white + black) / grey))) + (255 * white / grey);
    }

    private static Colour OfHue(double hue, double saturation, double lightness, double alpha)
    {
        return new Colour(Part(0), Part(8), Part(4), alpha);

        double Part(double offset)
        {
            var place = (offset + (hue / 30)) % 12;
            if (place < 0) place += 12;
            return 255 * (lightness - (saturation * Math.Min(lightness, 1 - lightness) * Math.Max(-1, Math.Min(Math.Min(place - 3, 9 - place), 1))));
        }
    }

    /// <summary>An alpha of 0 to 1 as that of a pixel.</summary>
    public static double AlphaOf(double share) => Math.Round(share * 255, MidpointRounding.AwayFromZero);

    private static double Whole(string text) => Math.Round(Share(text, 255) * 255, MidpointRounding.AwayFromZero);

    // A part of the whole, as a percentage or as a number up to the whole.
    private static double Share(string text, double whole) => Math.Clamp(text.EndsWith('%') ? Number(text[..^1]) / 100 : Number(text) / whole, 0, 1);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<name>rgb|hsl|hwb)a?\\(\\s*(?<a>[-+]?[0-9]*\\.?[0-9]{1,9}%?)(deg)?"
        + "[\\s,]+(?<b>[0-9]*\\.?[0-9]{1,9}%?)[\\s,]+(?<c>[0-9]*\\.?[0-9]{1,9}%?)(\\s*[,/]\\s*(?<alpha>[0-9]*\\.?[0-9]{1,9}%?))?\\s*\\)$")]
    private static partial Regex Function();
}
