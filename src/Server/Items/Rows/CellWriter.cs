using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Plans;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes one column of the current row as Directus prints it.</summary>
internal delegate void CellWriter(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect);

/// <summary>The writer of each kind of column. What is no value of the kind, as NaN or a text among integers, is written as null.</summary>
internal static class CellWriters
{
    public const string Mask = "**********";

    /// <summary>Parts of dates and numbers of items are answered as text, lengths of json arrays as numbers.</summary>
    public static CellWriter For(Operand operand) => operand.Function switch
    {
        null => For(operand.Field),
        OperandFunction.ArrayLength => WriteInteger,
        OperandFunction.Part { Which: DatePart.Second } => Numeral(6),
        OperandFunction.JsonValue { AsText: false } => WriteJson,
        OperandFunction.JsonValue => WriteText,
        _ => WriteBigInteger,
    };

    public static CellWriter For(Field field)
    {
        if (field.Masked) return WriteMask;
        return field.Type switch
        {
            // Of a column that can hold it: what a field is called may differ from what its column is.
            FieldType.Csv when field.Kind == SqlKind.Text => WriteCsv,
            FieldType.Json when field.Kind is SqlKind.Text or SqlKind.Json && field.Column?.Kind != SqlKind.Json => WriteJsonText,
            _ when field.Column is { IsArray: true } => WriteJson,
            // Specials say whether a moment has a zone, whatever the column is.
            FieldType.Timestamp when field.Kind == SqlKind.DateTime => WriteTimestamp,
            FieldType.DateTime when field.Kind == SqlKind.Timestamp => WriteDateTime,
            FieldType.Timestamp or FieldType.DateTime when field.Kind == SqlKind.Text => WriteMomentText(field.Type),
            _ => For(field.Kind, field.Column?.Scale),
        };
    }

    /// <summary>The writer of a number that the database answers as text.</summary>
    public static CellWriter Numeral(int? scale) => (reader, ordinal, json, _) =>
    {
        var text = reader.GetString(ordinal);
        if (!NumberText.IsFinite(text)) json.WriteNullValue();
        else json.WriteStringValue(scale is { } digits ? AtScale(text, digits) : text);
    };

    /// <summary>The writer of a uuid that the database answers as text.</summary>
    public static CellWriter UuidText => WriteUuidText;

    private static CellWriter For(SqlKind kind, int? scale) => kind switch
    {
        SqlKind.Integer => WriteInteger,
        SqlKind.BigInteger => WriteBigInteger,
        SqlKind.Float or SqlKind.Real => WriteFloat,
        SqlKind.Decimal => Numeral(scale),
        SqlKind.Boolean => WriteBoolean,
        SqlKind.Date => WriteDate,
        SqlKind.Time => WriteTime,
        SqlKind.DateTime => WriteDateTime,
        SqlKind.Timestamp => WriteTimestamp,
        SqlKind.Json or SqlKind.Geometry => WriteJson,
        SqlKind.Uuid => WriteUuid,
        SqlKind.Binary => WriteBinary,
        _ => WriteText,
    };

    private static void WriteMask(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) => json.WriteStringValue(Mask);

    private static void WriteText(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        json.WriteStringValue(reader.GetString(ordinal));

    private static void WriteInteger(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (dialect.Values.TryInteger(reader, ordinal, out var number) && number is >= int.MinValue and <= int.MaxValue)
            json.WriteNumberValue(number);
        else json.WriteNullValue();
    }

    private static void WriteBigInteger(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[20];
        if (dialect.Values.TryInteger(reader, ordinal, out var number)
            && number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture))
            json.WriteStringValue(text[..length]);
        else json.WriteNullValue();
    }

    private static void WriteFloat(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (!dialect.Values.TryFloat(reader, ordinal, out var number, out var single)) json.WriteNullValue();
        else if (single) json.WriteNumberValue((float)number);
        else json.WriteNumberValue(number);
    }

    private static void WriteBoolean(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (dialect.Values.TryBoolean(reader, ordinal, out var flag)) json.WriteBooleanValue(flag);
        else json.WriteNullValue();
    }

    private static void WriteDate(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[16];
        if (dialect.Values.TryDate(reader, ordinal, out var date) && date.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            json.WriteStringValue(text[..length]);
        else json.WriteNullValue();
    }

    private static void WriteTime(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[16];
        if (dialect.Values.TryTime(reader, ordinal, out var time)
            && time.TryFormat(text, out var length, "HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture))
            json.WriteStringValue(text[..length]);
        else json.WriteNullValue();
    }

    private static void WriteDateTime(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        WriteMoment(reader, ordinal, json, dialect, DateTimeKind.Unspecified, "yyyy-MM-dd'T'HH:mm:ss");

    private static void WriteTimestamp(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        WriteMoment(reader, ordinal, json, dialect, DateTimeKind.Utc, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private static void WriteMoment(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect, DateTimeKind kind, string format)
    {
        Span<byte> text = stackalloc byte[32];
        if (dialect.Values.TryDateTime(reader, ordinal, kind, out var at) && at.TryFormat(text, out var length, format, CultureInfo.InvariantCulture))
            json.WriteStringValue(text[..length]);
        else json.WriteNullValue();
    }

    private static void WriteUuid(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (dialect.Values.TryUuid(reader, ordinal, out var id)) json.WriteStringValue(id);
        else json.WriteNullValue();
    }

    private static void WriteUuidText(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (Guid.TryParse(reader.GetString(ordinal), out var id)) json.WriteStringValue(id);
        else json.WriteNullValue();
    }

    // A moment that a text holds; any other text as it is.
    private static CellWriter WriteMomentText(FieldType type) => (reader, ordinal, json, _) =>
        json.WriteStringValue(ValueParser.MomentText(reader.GetString(ordinal), type));

    private static void WriteBinary(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        json.WriteBase64StringValue(reader.GetFieldValue<byte[]>(ordinal));

    private static void WriteJson(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (dialect.ChecksJson) json.WriteRawValue(reader.GetString(ordinal), skipInputValidation: true);
        else WriteJsonText(reader, ordinal, json, dialect);
    }

    // Anyone may have written it, as into any json of SQLite: what is no JSON is shown as the text it is.
    private static void WriteJsonText(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        var text = reader.GetString(ordinal);
        if (JsonText.IsJson(text)) json.WriteRawValue(text, skipInputValidation: true);
        else json.WriteStringValue(text);
    }

    private static void WriteCsv(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        json.WriteStartArray();
        var text = reader.GetString(ordinal);
        if (text.Length > 0)
        {
            foreach (var part in text.AsSpan().Split(',')) json.WriteStringValue(text.AsSpan(part));
        }

        json.WriteEndArray();
    }

    // SQLite has no scale: 1.5 in a column of two digits is 1.50.
    private static string AtScale(string text, int scale)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 ? scale == 0 : text.Length - point - 1 == scale) return text;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : text;
    }
}
