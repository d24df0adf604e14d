using System.Globalization;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>A function of a field: a part of a date or time, or a count.</summary>
internal sealed record Function(string Name, ModelField Field)
{
    public static Function Parse(string text, ModelCollection collection)
    {
        var parts = text.TrimEnd(')').Split('(');
        return new(parts[0], collection[parts[1]]);
    }

    public Kind ResultKind => Name == "second" ? Kind.Decimal : Kind.Integer;

    /// <summary>The name that its value is answered by.</summary>
    public string OutputName => $"{Field.Name}_{Name}";

    public object? Of(View view, Row? row) => Field.IsList ? Count(view, row) : Part(view.Value(row, Field));

    /// <summary>Parts and numbers of items are answered as text, seconds with their fraction, lengths of arrays as numbers.</summary>
    public JsonNode? ToJson(View view, Row row) => Of(view, row) switch
    {
        null => null,
        long number when Field.Kind == Kind.Json => number,
        decimal seconds => seconds.ToString("F6", CultureInfo.InvariantCulture),
        var number => ((long)number!).ToString(CultureInfo.InvariantCulture),
    };

    private object? Count(View view, Row? row) => row is not null && !view.Shows(row, Field) ? null : (object)view.Many(row, Field).LongCount();

    private object? Part(object? value) => value switch
    {
        null => null,
        JsonArray array => (long)array.Count,
        JsonNode => null,
        DateOnly day => (long)OfDay(day.ToDateTime(TimeOnly.MinValue)),
        TimeOnly hour => OfHour(hour),
        DateTime moment => Name is "hour" or "minute" or "second" ? OfHour(TimeOnly.FromDateTime(moment)) : (long)OfDay(moment),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private int OfDay(DateTime day) => Name switch
    {
        "year" => day.Year,
        "month" => day.Month,
        "week" => ISOWeek.GetWeekOfYear(day),
        "day" => day.Day,
        _ => (int)day.DayOfWeek,
    };

    private object OfHour(TimeOnly hour) => Name switch
    {
        "hour" => (object)(long)hour.Hour,
        "minute" => (object)(long)hour.Minute,
        _ => (object)(hour.Second + hour.Millisecond / 1000m),
    };
}
