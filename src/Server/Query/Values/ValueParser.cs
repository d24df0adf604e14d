using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Query.Values;

/// <summary>JSON values as requests spell them → values as the column of a field takes them. Lenient where Directus is:
/// numbers and booleans may be text, text fields take anything.</summary>
public static partial class ValueParser
{
    /// <summary>The value, null for JSON null; a problem other than None when it does not fit.</summary>
    public static ValueProblem TryParse(Field field, JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null) return ValueProblem.None;
        var problem = field.Type switch
        {
            FieldType.Csv when field.Kind == SqlKind.Text => ParseCsv(json, out value),
            FieldType.Json when field.Kind is SqlKind.Text or SqlKind.Json => ParseJson(json, out value),
            _ => ParseKind(field.Kind, field.Type, field.Column, json, out value),
        };
        return problem == ValueProblem.None && value is string text ? CheckText(field, text) : problem;
    }

    /// <summary>The value that a field is compared with: it need not be one that the column could hold.</summary>
    public static ValueProblem TryParseOperand(Field field, JsonElement json, out object? value) =>
        field.Kind == SqlKind.Decimal && json.ValueKind != JsonValueKind.Null
        ? ParseDecimal(json, field.Column, stored: false, out value)
        : TryParse(field, json, out value);

    private static ValueProblem ParseKind(SqlKind kind, FieldType type, ColumnSchema? column, JsonElement json, out object? value)
    {
        switch (kind)
        {
            case SqlKind.Integer: return ParseInteger(json, out value);
            case SqlKind.BigInteger: return ParseBigInteger(json, out value);
            case SqlKind.Float or SqlKind.Real: return ParseFloat(json, out value);
            case SqlKind.Decimal: return ParseDecimal(json, column, stored: true, out value);
            case SqlKind.Boolean: return ParseBoolean(json, out value);
            case SqlKind.Date: return ParseDate(json, out value);
            case SqlKind.Time: return ParseTime(json, out value);
            case SqlKind.DateTime: return ParseInstant(json, DateTimeKind.Unspecified, out value);
            case SqlKind.Timestamp: return ParseInstant(json, DateTimeKind.Utc, out value);
            case SqlKind.Json: return ParseJson(json, out value);
            case SqlKind.Uuid: return ParseUuid(json, out value);
            case SqlKind.Geometry: return ParseGeometry(json, type, out value);
            case SqlKind.Binary: return ParseBinary(json, out value);
            case SqlKind.Other when column is { IsArray: true }:
                value = ArrayLiteral.Of(json);
                return value is null ? ValueProblem.Invalid : ValueProblem.None;
            default:
                value = Text(json);
                return ValueProblem.None;
        }
    }

    /// <summary>The text of any JSON value: strings as they are, others as compact JSON.</summary>
    public static string Text(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Object or JsonValueKind.Array => JsonSerializer.Serialize(json),
        _ => json.GetRawText(),
    };

    private static ValueProblem CheckText(Field field, string text)
    {
        // PostgreSQL cannot store NUL, and SQLite would cut the text there.
        if (text.Contains('\0')) return ValueProblem.Invalid;
        if (field.Kind != SqlKind.Text || field.Type == FieldType.Hash) return ValueProblem.None;
        return field.Column?.MaxLength is { } most && text.Length > most && text.EnumerateRunes().Count() > most
            ? ValueProblem.TooLong
            : ValueProblem.None;
    }

    private static ValueProblem ParseCsv(JsonElement json, out object? value)
    {
        // null within a list is no text.
        value = json.ValueKind == JsonValueKind.Array
            ? string.Join(',', json.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Null ? "" : Text(part)))
            : Text(json);
        return ValueProblem.None;
    }

    // A string is taken as JSON text when it is some, otherwise as a JSON string.
    private static ValueProblem ParseJson(JsonElement json, out object? value)
    {
        value = json.ValueKind != JsonValueKind.String || JsonText.IsJson(json.GetString()!) ? Text(json) : json.GetRawText();
        return ((string)value).Contains("\\u0000", StringComparison.Ordinal) ? ValueProblem.Invalid : ValueProblem.None;
    }

    private static ValueProblem ParseUuid(JsonElement json, out object? value)
    {
        var fits = Guid.TryParseExact(Text(json), "D", out var id);
        value = id;
        return fits ? ValueProblem.None : ValueProblem.Invalid;
    }

    private static ValueProblem ParseGeometry(JsonElement json, FieldType type, out object? value)
    {
        var fits = GeoJson.TryParse(json, type, out var geometry);
        value = geometry;
        return fits ? ValueProblem.None : ValueProblem.Invalid;
    }

    private static ValueProblem ParseBinary(JsonElement json, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.String || !json.TryGetBytesFromBase64(out var bytes)) return ValueProblem.Invalid;
        value = bytes;
        return ValueProblem.None;
    }

    private static ValueProblem ParseBoolean(JsonElement json, out object? value)
    {
        bool? flag = json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Text(json) switch
            {
                "true" or "1" => true,
                "false" or "0" => false,
                _ => null,
            },
        };
        value = flag;
        return flag is null ? ValueProblem.Invalid : ValueProblem.None;
    }

    private static string Numeral(JsonElement json) => Text(json).Trim();
}
