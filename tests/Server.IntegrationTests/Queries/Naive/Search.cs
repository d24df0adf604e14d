using System.Globalization;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>`search`: a part of some text, whatever the case, or a number or uuid as a whole.</summary>
internal static class Search
{
    public static bool Finds(View view, Row row, string? text)
    {
        text = text?.Trim();
        return string.IsNullOrEmpty(text) || view.Fields(row.Collection)
            .Any(field => !field.IsList && field.Kind != Kind.Csv && Matches(view.Value(row, field), text));
    }

    private static bool Matches(object? value, string text) => value switch
    {
        string found => found.Contains(text, StringComparison.OrdinalIgnoreCase),
        long or double or decimal =>
            decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        Guid id => Guid.TryParseExact(text, "D", out var other) && id == other,
        _ => false,
    };
}
