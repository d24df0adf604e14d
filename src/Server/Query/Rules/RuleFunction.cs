using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Query.Values;

namespace Directus.Grpc.Server.Query.Rules;

/// <summary>The functions of rules on values of a write, as the database computes them of what is stored.</summary>
internal static class RuleFunction
{
    /// <summary>The result; null when the value is none that the function knows.</summary>
    public static JsonElement? Of(string function, JsonElement value)
    {
        if (function == "count") return value.ValueKind == JsonValueKind.Array ? JsonSerializer.SerializeToElement(value.GetArrayLength()) : null;
        return ValueParser.Moment(value) is { } moment && Part(function, moment) is { } part ? JsonSerializer.SerializeToElement(part) : null;
    }

    // Weeks are ISO's, weekdays count from Sunday = 0.
    private static int? Part(string function, DateTime moment) => function switch
    {
        "year" => moment.Year,
        "month" => moment.Month,
        "week" => ISOWeek.GetWeekOfYear(moment),
        "day" => moment.Day,
        "weekday" => (int)moment.DayOfWeek,
        "hour" => moment.Hour,
        "minute" => moment.Minute,
        "second" => moment.Second,
        _ => null,
    };
}
