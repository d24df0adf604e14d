using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>A value of EXIF as libvips tells it, `28/10 (f/2.8, Rational, 1 components, 8 bytes)` → 2.8.</summary>
internal static partial class ExifValue
{
    public static JsonNode? Parse(string text)
    {
        var match = AsPrinted().Match(text);
        if (!match.Success) return JsonValue.Create(text);
        var raw = match.Groups["raw"].Value.TrimEnd('\0', ' ');
        var kind = match.Groups["type"].Value;
        if (kind is "ASCII" or "Undefined") return raw.Length == 0 ? null : JsonValue.Create(raw);
        var numbers = raw.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        if (numbers.Count == 0 || numbers.Contains(null)) return JsonValue.Create(raw);
        return numbers.Count == 1 ? numbers[0] : new JsonArray([.. numbers]);
    }

    private static JsonNode? Number(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null;
        if (!double.TryParse(text[..slash], NumberStyles.Float, CultureInfo.InvariantCulture, out var over)) return null;
        if (!double.TryParse(text[(slash + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var under) || under == 0) return null;
        var value = over / under;
        return value == Math.Floor(value) && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value) : JsonValue.Create(value);
    }

    [GeneratedRegex(@"^(?<raw>.*?) \(.*, (?<type>[A-Za-z]+), \d+ components, \d+ bytes\)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AsPrinted();
}
