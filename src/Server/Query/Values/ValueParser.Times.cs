using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Values;

public static partial class ValueParser
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd"];
    private static readonly string[] TimeFormats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The moment, in UTC, that a date or time spells, a time on the first day there is; null for what is none.</summary>
    public static DateTime? Moment(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) return null;
        var text = json.GetString()!.Trim();
        if (TryTime(text, out var time)) return DateTime.MinValue + time.ToTimeSpan();
        return TryInstant(text, out var instant) ? instant : null;
    }

    /// <summary>A text that spells a moment as a field of this type shows it; any other text as it is.</summary>
    public static string MomentText(string text, FieldType type) => !TryInstant(text.Trim(), out var instant)
        ? text
        : instant.ToString(type == FieldType.Timestamp ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static ValueProblem ParseDate(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String) return ValueProblem.Invalid;
        var text = json.GetString()!.Trim();
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            value = date;
            return ValueProblem.None;
        }

        // The day of a longer spelling, whatever its time says.
        if (!TryInstant(text, out var instant)) return ValueProblem.Invalid;
        value = DateOnly.FromDateTime(instant);
        return ValueProblem.None;
    }

    private static ValueProblem ParseTime(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String) return ValueProblem.Invalid;
        if (!TryTime(json.GetString()!.Trim(), out var time)) return ValueProblem.Invalid;
        value = time;
        return ValueProblem.None;
    }

    private static ValueProblem ParseInstant(JsonElement json, DateTimeKind kind, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var milliseconds))
        {
            if (milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999) return ValueProblem.OutOfRange;
            value = DateTime.SpecifyKind(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime, kind);
            return ValueProblem.None;
        }

        if (json.ValueKind != JsonValueKind.String || !TryInstant(json.GetString()!.Trim(), out var instant)) return ValueProblem.Invalid;
        value = DateTime.SpecifyKind(instant, kind);
        return ValueProblem.None;
    }

    // A zone says nothing of a time without a day. Columns keep microseconds; the last of a day is not rounded into the next.
    private static bool TryTime(string text, out TimeOnly time)
    {
        if (text.EndsWith('Z')) text = text[..^1];
        if (!TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time)) return false;
        var rounded = (time.Ticks + 5) / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond;
        time = new TimeOnly(Math.Min(rounded, TimeSpan.TicksPerDay - TimeSpan.TicksPerMicrosecond));
        return true;
    }

    // Without a zone a time is UTC.
    private static bool TryInstant(string text, out DateTime instant)
    {
        if (text.Length > 10 && text[10] == ' ') text = string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11));
        return DateTime.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }
}
