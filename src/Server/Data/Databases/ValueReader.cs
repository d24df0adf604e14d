using System.Data.Common;

namespace Directus.Grpc.Server.Data.Databases;

/// <summary>Reads what a column holds as values of its kind. A column may hold more than the API can tell: `infinity`, years past
/// 9999, `24:00:00`, and on SQLite anything anywhere. Such a value is none here, and the answer has null in its place.</summary>
public abstract class ValueReader
{
    public abstract bool TryInteger(DbDataReader reader, int ordinal, out long value);

    public abstract bool TryBoolean(DbDataReader reader, int ordinal, out bool value);

    public abstract bool TryUuid(DbDataReader reader, int ordinal, out Guid value);

    public abstract bool TryDate(DbDataReader reader, int ordinal, out DateOnly value);

    public abstract bool TryTime(DbDataReader reader, int ordinal, out TimeOnly value);

    /// <summary>A date and time of that kind, in whatever form the database holds it.</summary>
    public abstract bool TryDateTime(DbDataReader reader, int ordinal, DateTimeKind kind, out DateTime value);

    /// <summary>A finite number. A float4 read as double would show digits that were never stored, so it is told apart.</summary>
    public virtual bool TryFloat(DbDataReader reader, int ordinal, out double value, out bool single)
    {
        var type = reader.GetFieldType(ordinal);
        single = type == typeof(float);
        if (single) value = reader.GetFloat(ordinal);
        else if (type == typeof(double) || type == typeof(long)) value = reader.GetDouble(ordinal);
        else value = double.NaN;
        return double.IsFinite(value);
    }

    /// <summary>A value as it travels as a parameter, integers as long; null for none.</summary>
    public object? Value(DbDataReader reader, int ordinal, SqlKind kind) => reader.IsDBNull(ordinal) ? null : kind switch
    {
        SqlKind.Integer or SqlKind.BigInteger => TryInteger(reader, ordinal, out var number) ? number : null,
        SqlKind.Uuid => TryUuid(reader, ordinal, out var id) ? id : null,
        SqlKind.Text or SqlKind.Other => reader.GetString(ordinal),
        SqlKind.Float or SqlKind.Real => TryFloat(reader, ordinal, out var number, out _) ? number : null,
        SqlKind.Boolean => TryBoolean(reader, ordinal, out var flag) ? flag : null,
        SqlKind.Date => TryDate(reader, ordinal, out var date) ? date : null,
        SqlKind.Time => TryTime(reader, ordinal, out var time) ? time : null,
        SqlKind.DateTime => TryDateTime(reader, ordinal, DateTimeKind.Unspecified, out var at) ? at : null,
        SqlKind.Timestamp => TryDateTime(reader, ordinal, DateTimeKind.Utc, out var at) ? at : null,
        _ => reader.GetValue(ordinal),
    };
}
