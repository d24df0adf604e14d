using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Variables;

/// <summary>Dynamic variables of filters → their values in this call.</summary>
/// <param name="variables">The values.</param>
/// <param name="ofRules">Whether they stand in stored rules, or else in what the caller asks.</param>
public sealed partial class VariableResolver(PlanVariables variables, bool ofRules = true)
{
    public bool IsVariable(JsonElement operand) =>
        operand.ValueKind == JsonValueKind.String && operand.GetString()!.StartsWith('$') && Known(operand.GetString()!);

    /// <summary>The operand, or the value of the variable that it names; null when that has none.</summary>
    public JsonElement? Resolve(JsonElement operand)
    {
        if (!IsVariable(operand)) return operand;
        var name = operand.GetString()!;
        // One value is asked for: of several none is the right one.
        if (VariableNames.IsStored(name)) return Stored(name) is [var only] ? only : null;
        return name switch
        {
            "$CURRENT_USER" => Json(variables.User),
            "$CURRENT_ROLE" => Json(variables.Role),
            "$CURRENT_ROLES" or "$CURRENT_POLICIES" => throw DirectusException.InvalidQuery($"\"{name}\" is a list of values"),
            _ => Json(Now(name)),
        };
    }

    /// <summary>As <see cref="Resolve"/>, for operands that are lists.</summary>
    public IEnumerable<JsonElement> ResolveMany(JsonElement operand)
    {
        if (operand.ValueKind is JsonValueKind.Object or JsonValueKind.Array) throw DirectusException.InvalidQuery("A list holds plain values");
        if (!IsVariable(operand)) return [operand];
        var name = operand.GetString()!;
        if (VariableNames.IsStored(name)) return Stored(name);
        return name switch
        {
            "$CURRENT_ROLES" => variables.Roles.Select(role => Json(role)!.Value),
            "$CURRENT_POLICIES" => variables.Policies.Select(policy => Json(policy)!.Value),
            _ => Resolve(operand) is { } value ? [value] : [],
        };
    }

    private static bool Known(string name) =>
        name is "$CURRENT_USER" or "$CURRENT_ROLE" or "$CURRENT_ROLES" or "$CURRENT_POLICIES" || VariableNames.IsStored(name)
        || NowPattern().IsMatch(name);

    private ImmutableArray<JsonElement> Stored(string name) => (ofRules ? variables.OfRules : variables.OfQuery).GetValueOrDefault(name, []);

    private string Now(string name)
    {
        var shift = ShiftPattern().Match(name, "$NOW".Length);
        try
        {
            var moment = shift.Success ? Shift(variables.Now, double.Parse(shift.Groups["count"].ValueSpan, CultureInfo.InvariantCulture),
                shift.Groups["unit"].Value) : variables.Now;
            return moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or OverflowException)
        {
            throw DirectusException.InvalidQuery($"\"{name}\" is out of range");
        }
    }

    // Months and days are whole: a month and a half ago is two months ago, a day and a half ago is a day ago.
    private static DateTimeOffset Shift(DateTimeOffset moment, double count, string unit) => unit.ToLowerInvariant() switch
    {
        "y" or "yr" or "yrs" or "year" or "years" => moment.AddMonths(checked((int)Math.Floor(count * 12))),
        "mo" or "mth" or "month" or "months" => moment.AddMonths(checked((int)Math.Floor(count))),
        "w" or "week" or "weeks" => moment.AddDays(Math.Truncate(count * 7)),
        "h" or "hr" or "hrs" or "hour" or "hours" => moment.AddHours(count),
        "m" or "min" or "mins" or "minute" or "minutes" => moment.AddMinutes(count),
        "s" or "sec" or "secs" or "second" or "seconds" => moment.AddSeconds(count),
        "ms" or "msec" or "msecs" or "millisecond" or "milliseconds" => moment.AddMilliseconds(count),
        _ => moment.AddDays(Math.Truncate(count)),
    };

    private static JsonElement? Json(Guid? id) => id is { } value ? JsonSerializer.SerializeToElement(value) : null;

    private static JsonElement? Json(string text) => JsonSerializer.SerializeToElement(text);

    // What stands in parentheses and is no span of time is no shift.
    [GeneratedRegex(@"^\$NOW(\([^()]*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NowPattern();

    [GeneratedRegex(@"\G\((?<count>[+-]?\d*\.?\d+)\s*" +
        @"(?<unit>years?|yrs?|y|months?|mth|mo|weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|milliseconds?|msecs?|ms)?\)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ShiftPattern();
}
