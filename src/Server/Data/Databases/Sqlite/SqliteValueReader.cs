using System.Data.Common;
using System.Globalization;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>SQLite keeps any value in any column, and its driver would take a text for the number 0.</summary>
internal sealed class SqliteValueReader : ValueReader
{
    public override bool TryInteger(DbDataReader reader, int ordinal, out long value)
    {
        value = 0;
        if (reader.GetFieldType(ordinal) == typeof(long))
        {
            value = reader.GetInt64(ordinal);
            return true;
        }

        // A computed key or a value beyond 64 bits comes as a fraction.
        if (reader.GetFieldType(ordinal) != typeof(double)) return false;
        var number = reader.GetDouble(ordinal);
        if (number != Math.Floor(number) || Math.Abs(number) >= 1L << 53) return false;
        value = (long)number;
        return true;
    }

    public override bool TryBoolean(DbDataReader reader, int ordinal, out bool value)
    {
        var whole = TryInteger(reader, ordinal, out var number);
        value = number != 0;
        return whole;
    }

    public override bool TryUuid(DbDataReader reader, int ordinal, out Guid value)
    {
        value = default;
        if (reader.GetFieldType(ordinal) == typeof(string)) return Guid.TryParse(reader.GetString(ordinal), out value);
        if (reader.GetFieldType(ordinal) != typeof(byte[]) || reader.GetFieldValue<byte[]>(ordinal) is not { Length: 16 } bytes) return false;
        value = new Guid(bytes);
        return true;
    }

    public override bool TryDate(DbDataReader reader, int ordinal, out DateOnly value)
    {
        var fits = TryDateTime(reader, ordinal, DateTimeKind.Unspecified, out var at);
        value = DateOnly.FromDateTime(at);
        return fits;
    }

    public override bool TryTime(DbDataReader reader, int ordinal, out TimeOnly value)
    {
        value = default;
        return reader.GetFieldType(ordinal) == typeof(string)
            && TimeOnly.TryParse(reader.GetString(ordinal), CultureInfo.InvariantCulture, out value);
    }

    // Directus writes milliseconds since 1970; a column default or another program may have written text.
    public override bool TryDateTime(DbDataReader reader, int ordinal, DateTimeKind kind, out DateTime value)
    {
        var fits = reader.GetValue(ordinal) switch
        {
            long milliseconds => TryInstant(milliseconds, out value),
            double milliseconds => TryInstant(milliseconds, out value),
            // A time alone would be one of today.
            string { Length: >= 10 } text when text[4] == '-' =>
                DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                    out value),
            _ => TryInstant(double.NaN, out value),
        };
        value = DateTime.SpecifyKind(value, kind);
        return fits;
    }

    private static bool TryInstant(double milliseconds, out DateTime value)
    {
        // The first of the years that there are, and the last millisecond of them.
        var fits = milliseconds is >= -62_135_596_800_000 and <= 253_402_300_799_999;
        value = fits ? DateTime.UnixEpoch.AddMilliseconds(milliseconds) : default;
        return fits;
    }
}
