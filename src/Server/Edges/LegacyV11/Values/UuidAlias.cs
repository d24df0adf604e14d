using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>The number by which old clients know a row whose key is a uuid: its first twelve digits. JavaScript holds it exactly,
/// nothing has to be stored for it, and the row is found again by a range of its key.</summary>
internal static class UuidAlias
{
    private const int Digits = 12;
    private const long End = 1L << (4 * Digits);

    public static long Of(Guid id) => long.Parse(id.ToString("N").AsSpan(0, Digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static void Write(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (RawJson.IsText(value) && Utf8Parser.TryParse(RawJson.Inner(value), out Guid id, out _)) json.WriteNumberValue(Of(id));
        else RawJson.WriteRaw(json, value);
    }

    /// <summary>A condition on keys, which are given as numbers or as they are.</summary>
    public static FilterNode Test(string field, LegacyTest test)
    {
        if (test.Operator is LegacyOperator.Null or LegacyOperator.NotNull) return Conditions.Null(field, test.Operator == LegacyOperator.Null);
        if (test.Operator is LegacyOperator.Empty or LegacyOperator.NotEmpty) return Conditions.Null(field, test.Operator == LegacyOperator.Empty);
        if (test.Operator is not (LegacyOperator.Equal or LegacyOperator.NotEqual or LegacyOperator.In or LegacyOperator.NotIn))
            throw LegacyErrors.Refused($"The operator [{test.Name}] does not fit the column [{field}]");
        var negated = test.Operator.IsNegated();
        var terms = test.Values.Select(value => Is(field, value, negated)).OfType<FilterNode>();
        return negated ? Conditions.All(terms) : Conditions.Any(terms, field);
    }

    // What can be no key is that of no row.
    private static FilterNode? Is(string field, string value, bool negated)
    {
        if (Range(value) is { } range)
            return Conditions.Is(new FieldPath(field), negated ? Conditions.NotBetween : Conditions.Between,
                JsonSerializer.SerializeToElement<string[]>([range.First, range.Last]));
        return Guid.TryParse(value, out var id)
            ? Conditions.Is(field, negated ? FilterOperators.NotEqual : FilterOperators.Equal, id.ToString())
            : null;
    }

    /// <summary>The first and the last key that may have this number; null for what is no such number.</summary>
    public static (string First, string Last)? Range(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var alias) || alias >= End) return null;
        var digits = alias.ToString("x12", CultureInfo.InvariantCulture);
        var head = $"{digits[..8]}-{digits[8..]}";
        return ($"{head}-0000-0000-000000000000", $"{head}-ffff-ffff-ffffffffffff");
    }
}
