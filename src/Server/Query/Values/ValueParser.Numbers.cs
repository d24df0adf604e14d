using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Values;

public static partial class ValueParser
{
    private const NumberStyles WholeNumber = NumberStyles.AllowLeadingSign;
    private const NumberStyles AnyNumber = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static ValueProblem ParseInteger(JsonElement json, out object? value)
    {
        var problem = ParseBigInteger(json, out value);
        if (problem != ValueProblem.None) return problem;
        var number = (long)value!;
        if (number is < int.MinValue or > int.MaxValue) return ValueProblem.OutOfRange;
        value = (int)number;
        return ValueProblem.None;
    }

    private static ValueProblem ParseBigInteger(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return ValueProblem.Invalid;
        var text = Numeral(json);
        if (long.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out var number))
        {
            value = number;
            return ValueProblem.None;
        }

        // 1e3 and 5.0 are whole as well.
        if (text.Length > 40) return ValueProblem.OutOfRange;
        if (decimal.TryParse(text, AnyNumber, CultureInfo.InvariantCulture, out var exact))
        {
            if (exact != decimal.Truncate(exact)) return ValueProblem.Invalid;
            if (exact is < long.MinValue or > long.MaxValue) return ValueProblem.OutOfRange;
            value = (long)exact;
            return ValueProblem.None;
        }

        return BigInteger.TryParse(text, WholeNumber, CultureInfo.InvariantCulture, out _) ? ValueProblem.OutOfRange : ValueProblem.Invalid;
    }

    private static ValueProblem ParseFloat(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return ValueProblem.Invalid;
        if (!double.TryParse(Numeral(json), AnyNumber, CultureInfo.InvariantCulture, out var number)) return ValueProblem.Invalid;
        if (!double.IsFinite(number)) return ValueProblem.OutOfRange;
        value = number;
        return ValueProblem.None;
    }

    private static ValueProblem ParseDecimal(JsonElement json, ColumnSchema? column, bool stored, out object? value)
    {
        value = null;
        if (json.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)) return ValueProblem.Invalid;
        var text = Numeral(json);
        if (column is { Typed: true } && TryLong(text, out value)) return ValueProblem.None;
        if (!decimal.TryParse(text, AnyNumber, CultureInfo.InvariantCulture, out var number))
            return double.TryParse(text, AnyNumber, CultureInfo.InvariantCulture, out _) ? ValueProblem.OutOfRange : ValueProblem.Invalid;
        if (stored && column is { Precision: { } precision, Scale: { } scale and <= 28 } && precision - scale is >= 0 and < 28)
        {
            number = decimal.Round(number, scale, MidpointRounding.AwayFromZero);
            if (Math.Abs(number) >= PowerOfTen(precision - scale)) return ValueProblem.OutOfRange;
        }

        value = number;
        return ValueProblem.None;
    }

    // More than a CLR decimal keeps. PostgreSQL has them all, and rounds and bounds them itself.
    private static bool TryLong(string text, out object? value)
    {
        value = text;
        return (text.Count(char.IsAsciiDigit) > 28 || !decimal.TryParse(text, AnyNumber, CultureInfo.InvariantCulture, out _)) && LongNumber()
            .IsMatch(text);
    }

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$")]
    private static partial Regex LongNumber();

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
