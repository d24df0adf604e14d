using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Query.Planning;

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
        var match = NowPattern().Match(name);
        var moment = variables.Now;
        if (match.Groups["count"].Success)
        {
            var count = int.TryParse(match.Groups["count"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw DirectusException.InvalidQuery($"\"{name}\" is out of range");
            try
            {
                moment = Shift(moment, count, match.Groups["unit"].Value);
            }
            catch (ArgumentOutOfRangeException)
            {
                throw DirectusException.InvalidQuery($"\"{name}\" is out of range");
            }
        }

        return moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Shift(DateTimeOffset moment, int count, string unit) => unit switch
    {
        "year" => moment.AddYears(count),
        "month" => moment.AddMonths(count),
        "week" => moment.AddDays(7.0 * count),
        "day" => moment.AddDays(count),
        "hour" => moment.AddHours(count),
        "minute" => moment.AddMinutes(count),
        _ => moment.AddSeconds(count),
    };

    private static JsonElement? Json(Guid? id) => id is { } value ? JsonSerializer.SerializeToElement(value) : null;

    private static JsonElement? Json(string text) => JsonSerializer.SerializeToElement(text);

    [GeneratedRegex(@"^\$NOW(\(\s*(?<count>[+-]?\d+)\s*(?<unit>year|month|week|day|hour|minute|second)s?\s*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex NowPattern();
}
