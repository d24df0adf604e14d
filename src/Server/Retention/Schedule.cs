using System.Diagnostics.CodeAnalysis;
using Cronos;

namespace Directus.Grpc.Server.Retention;

/// <summary>Moments by the rules of cron: five fields, or six with seconds before them, in the time of the machine.</summary>
internal sealed class Schedule
{
    private readonly CronExpression _expression;

    private Schedule(CronExpression expression) => _expression = expression;

    public static bool TryParse(string text, [NotNullWhen(true)] out Schedule? schedule)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        schedule = CronExpression.TryParse(text, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard, out var expression)
            ? new Schedule(expression)
            : null;
        return schedule is not null;
    }

    /// <summary>The next moment after this one; null when there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset moment, TimeZoneInfo zone) => _expression.GetNextOccurrence(moment, zone);
}
