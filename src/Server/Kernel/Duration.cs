using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Reads durations the way Directus' settings are written: `15m`, `7d`, `1 hour`, `1.5h`; a bare number is
/// milliseconds.</summary>
public static partial class Duration
{
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException("This is no duration, such as 15m, 7d or 1 hour.");

    public static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        duration = default;
        if (text is not { Length: > 0 and <= 100 } || Form().Match(text) is not { Success: true } match) return false;
        var number = double.Parse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        var milliseconds = number * Milliseconds(match.Groups["unit"].ValueSpan);
        if (Math.Abs(milliseconds) >= TimeSpan.MaxValue.TotalMilliseconds) return false;
        duration = TimeSpan.FromMilliseconds(milliseconds);
        return true;
    }

    private static double Milliseconds(ReadOnlySpan<char> unit)
    {
        Span<char> lower = stackalloc char[unit.Length];
        unit.ToLowerInvariant(lower);
        return lower switch
        {
            "" or "ms" or "msec" or "msecs" or "millisecond" or "milliseconds" => 1,
            "s" or "sec" or "secs" or "second" or "seconds" => 1_000,
            "m" or "min" or "mins" or "minute" or "minutes" => 60_000,
            "h" or "hr" or "hrs" or "hour" or "hours" => 3_600_000,
            "d" or "day" or "days" => 86_400_000,
            "w" or "week" or "weeks" => 604_800_000,
            _ => 31_557_600_000, // a year is 365.25 days
        };
    }

    [GeneratedRegex("^(?<number>-?(?:[0-9]+)?\\.?[0-9]+) *" +
        "(?<unit>milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
