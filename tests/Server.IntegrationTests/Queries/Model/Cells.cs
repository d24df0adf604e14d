using System.Globalization;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.IntegrationTests.Queries;

/// <summary>Values of the model ↔ JSON as the API prints it.</summary>
internal static class Cells
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static JsonNode? ToJson(ModelField field, object? value) => value switch
    {
        null => null,
        long number when field.Kind == Kind.BigInteger => number.ToString(Plain),
        long number => number,
        double number => number,
        decimal number => number.ToString("F2", Plain),
        bool flag => flag,
        string text when field.Kind == Kind.Csv => new JsonArray([.. text.Length == 0 ? [] : text.Split(',').Select(part => (JsonNode)part)]),
        string text => text,
        DateOnly day => day.ToString("yyyy-MM-dd", Plain),
        TimeOnly hour => hour.ToString("HH:mm:ss", Plain),
        DateTime moment when field.Kind == Kind.Timestamp => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", Plain),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", Plain),
        Guid id => id.ToString(),
        JsonNode json => json.DeepClone(),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    /// <summary>The value that the operand of a filter names, of the kind of the field or function it is compared with.</summary>
    public static object Parse(Kind kind, JsonNode operand)
    {
        var text = operand.ToString();
        return kind switch
        {
            Kind.Integer or Kind.BigInteger => long.Parse(text, Plain),
            Kind.Float => double.Parse(text, Plain),
            Kind.Decimal => decimal.Parse(text, Plain),
            Kind.Boolean => bool.Parse(text),
            Kind.Date => DateOnly.Parse(text, Plain),
            Kind.Time => TimeOnly.Parse(text, Plain),
            Kind.DateTime or Kind.Timestamp => DateTime.Parse(text, Plain, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
            Kind.Uuid => Guid.Parse(text),
            _ => text,
        };
    }

    /// <summary>The operand that names a value.</summary>
    public static JsonNode ToOperand(ModelField field, object value) =>
        field.Kind == Kind.Csv ? (string)value : value is JsonNode json ? json.DeepClone() : ToJson(field, value)!;

    /// <summary>Values go up; texts go up by code point; uuids as their text.</summary>
    public static int Compare(object one, object other) => (one, other) switch
    {
        (string a, string b) => CompareText(a, b),
        (Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        _ => ((IComparable)one).CompareTo(other),
    };

    private static int CompareText(string one, string other)
    {
        var (left, right) = (one.EnumerateRunes().ToArray(), other.EnumerateRunes().ToArray());
        for (var i = 0; i < left.Length && i < right.Length; i++)
            if (left[i] != right[i]) return left[i].CompareTo(right[i]);
        return left.Length.CompareTo(right.Length);
    }
}
