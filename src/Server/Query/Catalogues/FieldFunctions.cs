using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Catalogues;

/// <summary>The catalogue of functions of fields.</summary>
internal static class FieldFunctions
{
    // Weeks are ISO's, weekdays count from Sunday = 0.
    private static readonly ImmutableArray<FieldFunction> OfDays =
    [
        Of(DatePart.Year, moment => moment.Year), Of(DatePart.Month, moment => moment.Month), Of(DatePart.Week, ISOWeek.GetWeekOfYear),
        Of(DatePart.Day, moment => moment.Day), Of(DatePart.Weekday, moment => (int)moment.DayOfWeek),
    ];

    private static readonly ImmutableArray<FieldFunction> OfTimes =
    [
        Of(DatePart.Hour, moment => moment.Hour), Of(DatePart.Minute, moment => moment.Minute), Of(DatePart.Second, moment => moment.Second),
    ];

    private static readonly ImmutableArray<FieldFunction> OfMoments = [.. OfDays, .. OfTimes];

    /// <summary>The number of the items of a list, or of the elements of a JSON array.</summary>
    public static FieldFunction Count { get; } = new("count", null, list => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : null);

    /// <summary>What stands at a path in JSON: `json(data, a.b)`.</summary>
    public static FieldFunction Json { get; } = new("json", null, _ => null);

    public static ImmutableArray<FieldFunction> All { get; } = [.. OfMoments, Count, Json];

    private static readonly FrozenDictionary<string, FieldFunction> ByName = All.ToFrozenDictionary(function => function.Name);

    public static FieldFunction? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Those that make numbers of values of that type, in the order in which GraphQL shows them.</summary>
    public static ImmutableArray<FieldFunction> Of(FieldType type) => type switch
    {
        FieldType.Date => OfDays,
        FieldType.Time => OfTimes,
        FieldType.DateTime or FieldType.Timestamp => OfMoments,
        FieldType.Json => [Count],
        _ => [],
    };

    private static FieldFunction Of(DatePart part, Func<DateTime, int> ofMoment) => new(part.ToString().ToLowerInvariant(), part,
        value => ValueParser.Moment(value) is { } moment ? ofMoment(moment) : null);
}
