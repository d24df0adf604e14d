using System.Globalization;

namespace Directus.Grpc.Server.Hosting.Configuration;

/// <summary>Reads sizes the way Directus' settings are written: `1mb`, `512kb`, a bare number of bytes.</summary>
internal static class ByteSize
{
    // More than any machine has; past it a number of bytes is no longer exact.
    private const double Most = 1L << 50;

    public static bool TryParse(string text, out long bytes)
    {
        bytes = 0;
        var lower = text.Trim().ToLowerInvariant();
        var digits = lower.AsSpan().IndexOfAnyExcept("0123456789.");
        var (number, unit) = digits < 0 ? (lower, "") : (lower[..digits], lower[digits..].Trim());
        double? factor = unit switch
        {
            "" or "b" => 1,
            "kb" or "k" => 1024,
            "mb" or "m" => 1024 * 1024,
            "gb" or "g" => 1024 * 1024 * 1024,
            _ => null,
        };
        if (factor is null || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;
        if (value * factor.Value is not (>= 1 and <= Most)) return false;
        bytes = (long)(value * factor.Value);
        return true;
    }
}
