using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Dialects;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Values;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes one column of the current row as Directus prints it.</summary>
internal delegate void CellWriter(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect);

/// <summary>The writer of each kind of column.</summary>
internal static class CellWriters
{
    public const string Mask = "**********";

    /// <summary>Parts of dates and numbers of items are answered as text, lengths of json arrays as numbers.</summary>
    public static CellWriter For(Operand operand) => operand.Function switch
    {
        null => For(operand.Field),
        OperandFunction.ArrayLength => WriteInteger,
        OperandFunction.Part { Which: DatePart.Second } => Text(6),
        OperandFunction.JsonValue { AsText: false } => WriteJson,
        OperandFunction.JsonValue => WriteText,
        _ => WriteBigInteger,
    };

    public static CellWriter For(Field field)
    {
        if (field.Masked) return WriteMask;
        return field.Type switch
        {
            FieldType.Csv => WriteCsv,
            FieldType.Json => WriteJson,
            FieldType.Boolean => WriteBoolean,
            // Specials say whether a moment has a zone, whatever the column is.
            FieldType.Timestamp when field.Kind == SqlKind.DateTime => WriteTimestamp,
            FieldType.DateTime when field.Kind == SqlKind.Timestamp => WriteDateTime,
            FieldType.Timestamp or FieldType.DateTime when field.Kind == SqlKind.Text => WriteMoment(field.Type),
            _ => For(field.Kind, field.Column?.Scale),
        };
    }

    /// <summary>The writer of a computed value that the database answers as text.</summary>
    public static CellWriter Text(int? scale) => scale is { } digits
        ? (reader, ordinal, json, _) => json.WriteStringValue(AtScale(reader.GetString(ordinal), digits))
        : WriteText;

    private static CellWriter For(SqlKind kind, int? scale) => kind switch
    {
        SqlKind.Integer => WriteInteger,
        SqlKind.BigInteger => WriteBigInteger,
        SqlKind.Float => WriteFloat,
        SqlKind.Decimal => Text(scale),
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

    private static void WriteInteger(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        json.WriteNumberValue(reader.GetInt32(ordinal));

    private static void WriteBigInteger(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[20];
        reader.GetInt64(ordinal).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    // A float4 read as double would show digits that were never stored.
    private static void WriteFloat(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        if (reader.GetFieldType(ordinal) == typeof(float)) json.WriteNumberValue(reader.GetFloat(ordinal));
        else json.WriteNumberValue(reader.GetDouble(ordinal));
    }

    private static void WriteBoolean(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        json.WriteBooleanValue(reader.GetBoolean(ordinal));

    private static void WriteDate(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[16];
        dialect.ReadDate(reader, ordinal).TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteTime(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[16];
        dialect.ReadTime(reader, ordinal).TryFormat(text, out var length, "HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteDateTime(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[32];
        dialect.ReadDateTime(reader, ordinal).TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    private static void WriteTimestamp(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        Span<byte> text = stackalloc byte[32];
        dialect.ReadDateTime(reader, ordinal).TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    // A moment that a text holds; any other text as it is.
    private static CellWriter WriteMoment(FieldType type) => (reader, ordinal, json, _) =>
        json.WriteStringValue(ValueParser.MomentText(reader.GetString(ordinal), type));

    private static void WriteUuid(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        json.WriteStringValue(reader.GetGuid(ordinal));

    private static void WriteBinary(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect) =>
        json.WriteBase64StringValue(reader.GetFieldValue<byte[]>(ordinal));

    // SQLite keeps json as text that anyone may have written: what is no JSON is shown as the text it is.
    private static void WriteJson(DbDataReader reader, int ordinal, Utf8JsonWriter json, Dialect dialect)
    {
        var text = reader.GetString(ordinal);
        if (dialect.ChecksJson || JsonText.IsJson(text)) json.WriteRawValue(text, skipInputValidation: true);
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
