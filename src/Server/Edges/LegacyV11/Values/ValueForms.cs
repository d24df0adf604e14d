using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>How the values of each type look in API v1.1.</summary>
internal static class ValueForms
{
    private const long LargestExact = 9_007_199_254_740_991;

    private static readonly ValueForm Text = ValueForm.Plain;
    private static readonly ValueForm Number = ValueForm.Plain with { In = NumberIn };
    private static readonly ValueForm Decimal = Number with { Out = DecimalOut };
    private static readonly ValueForm BigInteger = Number with { Out = BigIntegerOut };
    private static readonly ValueForm Flag = new(FlagOut, FlagIn);
    private static readonly ValueForm Date = ValueForm.Plain with { In = DateIn };
    private static readonly ValueForm DateTime = new(MomentOut, given => MomentIn(given, zoned: false));
    private static readonly ValueForm Timestamp = new(MomentOut, given => MomentIn(given, zoned: true));
    private static readonly ValueForm Csv = new(CsvOut, CsvIn);
    private static readonly ValueForm Json = ValueForm.Plain with { In = JsonIn };
    private static readonly ValueForm Other = ValueForm.Plain with { In = EmptyIsNull };

    /// <summary>Keys of rows that are uuids there and numbers here.</summary>
    public static ValueForm Alias { get; } = new(UuidAlias.Write, EmptyIsNull) { Test = UuidAlias.Test };

    /// <summary>Words that have other names there.</summary>
    /// <param name="told">The name here of a word there.</param>
    /// <param name="stored">And back.</param>
    public static ValueForm Words(Func<string, string> told, Func<string, string> stored) => new(
        (value, json) =>
        {
            if (RawJson.IsNull(value)) json.WriteNullValue();
            else json.WriteStringValue(told(RawJson.Text(value)));
        },
        given => given.ValueKind == JsonValueKind.String ? stored(given.GetString()!) : Same(given));

    /// <summary>The form of a field by its type.</summary>
    public static ValueForm Of(Field field) => field.Masked ? Text : field.Type switch
    {
        FieldType.String or FieldType.Text or FieldType.Hash => Text,
        FieldType.Integer or FieldType.Float => Number,
        FieldType.BigInteger => BigInteger,
        FieldType.Decimal => Decimal,
        FieldType.Boolean => Flag,
        FieldType.Date => Date,
        FieldType.DateTime => DateTime,
        FieldType.Timestamp => Timestamp,
        FieldType.Csv => Csv,
        FieldType.Json or FieldType.Geometry or >= FieldType.GeometryPoint => Json,
        _ => Other,
    };

    private static void FlagOut(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else json.WriteNumberValue(value[0] == (byte)'t' ? 1 : 0);
    }

    private static JsonNode? FlagIn(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Number => given.GetRawText() is "1" ? true : given.GetRawText() is "0" ? false : Same(given),
        JsonValueKind.String => given.GetString() switch { "" => null, "1" or "true" => true, "0" or "false" => false, _ => Same(given) },
        _ => Same(given),
    };

    private static JsonNode? NumberIn(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.String) return Same(given);
        var text = given.GetString()!.Trim();
        if (text.Length == 0) return null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? JsonValue.Create(text) : Same(given);
    }

    private static void DecimalOut(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else RawJson.WriteRaw(json, RawJson.IsText(value) ? RawJson.Inner(value) : value);
    }

    // A number that JavaScript would round stays a text.
    private static void BigIntegerOut(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (!RawJson.IsText(value)) RawJson.WriteRaw(json, value);
        else if (long.TryParse(RawJson.Inner(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= -LargestExact and <= LargestExact) json.WriteNumberValue(number);
        else RawJson.WriteRaw(json, value);
    }

    // 2016-12-02T07:44:45.000Z and 2016-12-02T07:44:45 alike are 2016-12-02T07:44:45+00:00.
    private static void MomentOut(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        const int seconds = 19;
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (!RawJson.IsText(value) || value.Length < seconds + 2) RawJson.WriteRaw(json, value);
        else
        {
            Span<byte> told = stackalloc byte[seconds + 6];
            RawJson.Inner(value)[..seconds].CopyTo(told);
            "+00:00"u8.CopyTo(told[seconds..]);
            json.WriteStringValue(told);
        }
    }

    // MySQL's blank between date and time is taken too.
    private static JsonNode? MomentIn(JsonElement given, bool zoned)
    {
        if (given.ValueKind != JsonValueKind.String) return Same(given);
        var text = given.GetString()!.Trim();
        if (text.Length == 0) return null;
        if (text.Length > 10 && text[10] == ' ') text = $"{text[..10]}T{text[11..].TrimStart()}";
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return Same(given);
        var format = zoned ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss";
        return JsonValue.Create(moment.UtcDateTime.ToString(format, CultureInfo.InvariantCulture));
    }

    private static JsonNode? DateIn(JsonElement given) =>
        given.ValueKind == JsonValueKind.String && given.GetString() is { Length: > 10 } moment && moment[10] is 'T' or ' '
            ? JsonValue.Create(moment[..10])
            : EmptyIsNull(given);

    private static void CsvOut(ReadOnlySpan<byte> value, Utf8JsonWriter json)
    {
        if (RawJson.IsNull(value)) json.WriteNullValue();
        else if (value[0] != (byte)'[') RawJson.WriteRaw(json, value);
        else json.WriteStringValue(string.Join(',', JsonElement.Parse(value).EnumerateArray().Select(LegacyParameters.TextOf)));
    }

    private static JsonNode? CsvIn(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.String) return Same(given);
        var text = given.GetString()!;
        return text.Length == 0 ? null : new JsonArray([.. text.Split(',').Select(part => (JsonNode)part.Trim())]);
    }

    // A form tells JSON as a text.
    private static JsonNode? JsonIn(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.String) return Same(given);
        var text = given.GetString()!;
        if (text.Length == 0) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return Same(given);
        }
    }

    private static JsonNode? EmptyIsNull(JsonElement given) => given.ValueKind == JsonValueKind.String && given.ValueEquals("") ? null : Same(given);

    private static JsonNode? Same(JsonElement given) => ValueForm.Plain.In(given);
}
