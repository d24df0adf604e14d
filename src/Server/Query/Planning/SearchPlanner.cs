using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Planning;

/// <summary>`search` → a condition on every field that may be searched: text anywhere in text fields, equal numbers and
/// uuids.</summary>
public static class SearchPlanner
{
    public static Predicate Plan(string? search, AccessScope scope, SourceBuilder source)
    {
        var text = search?.Trim();
        if (string.IsNullOrEmpty(text)) return Predicate.True;
        if (text.Contains('\0')) return Predicate.False;
        var collection = source.Collection;
        var json = JsonSerializer.SerializeToElement(text);
        var terms = new List<Predicate>();
        foreach (var field in collection.Columns)
        {
            if (!field.Searchable || field.Masked || !scope.Reaches(collection.Name, field.Name)) continue;
            if (Match(field, text, json, () => scope.Operand(source, source.Alias, collection, field)) is { } term) terms.Add(term);
        }

        return Predicate.Any([.. terms]);
    }

    private static Predicate? Match(Field field, string text, JsonElement json, Func<Operand> operand)
    {
        switch (field.Kind)
        {
            case SqlKind.Text when field.Type is FieldType.String or FieldType.Text:
                return new Predicate.Like(operand(), TextMatch.Contains, text, IgnoreCase: true);
            case var kind when kind.IsNumber() && IsPlainNumber(text):
            case SqlKind.Uuid when Guid.TryParseExact(text, "D", out _):
                return ValueParser.TryParseOperand(field, json, out var value) == ValueProblem.None && value is not null
                    ? new Predicate.Compare(operand(), Comparison.Equal, value)
                    : null;
            default:
                return null;
        }
    }

    // No hexadecimals, exponents or infinities.
    private static bool IsPlainNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
