using System.Data.Common;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

/// <summary>Dates and times are read as the numbers that PostgreSQL sends: the driver's own types have no infinity and fail on
/// what lies out of their range.</summary>
internal sealed class PostgresValueReader : ValueReader
{
    // Both count from the beginning of 2000.
    private static readonly int DayOfEpoch = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly long MicrosecondsOfEpoch = new DateTime(2000, 1, 1).Ticks / TimeSpan.TicksPerMicrosecond;

    public override bool TryInteger(DbDataReader reader, int ordinal, out long value)
    {
        value = reader.GetInt64(ordinal);
        return true;
    }

    public override bool TryBoolean(DbDataReader reader, int ordinal, out bool value)
    {
        value = reader.GetBoolean(ordinal);
        return true;
    }

    public override bool TryUuid(DbDataReader reader, int ordinal, out Guid value)
    {
        value = reader.GetGuid(ordinal);
        return true;
    }

    public override bool TryDate(DbDataReader reader, int ordinal, out DateOnly value)
    {
        var day = (long)reader.GetFieldValue<int>(ordinal) + DayOfEpoch;
        var fits = day >= 0 && day <= DateOnly.MaxValue.DayNumber;
        value = fits ? DateOnly.FromDayNumber((int)day) : default;
        return fits;
    }

    public override bool TryTime(DbDataReader reader, int ordinal, out TimeOnly value)
    {
        var microseconds = reader.GetFieldValue<long>(ordinal);
        var fits = microseconds < TimeSpan.MicrosecondsPerDay;
        value = fits ? new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond) : default;
        return fits;
    }

    public override bool TryDateTime(DbDataReader reader, int ordinal, DateTimeKind kind, out DateTime value)
    {
        const long last = 9999L * 366 * TimeSpan.MicrosecondsPerDay; // of either sign it is far out of range, and cannot overflow
        var microseconds = reader.GetFieldValue<long>(ordinal);
        var since = microseconds is > -last and < last ? microseconds + MicrosecondsOfEpoch : -1;
        var fits = since >= 0 && since <= DateTime.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond;
        value = fits ? new DateTime(since * TimeSpan.TicksPerMicrosecond, kind) : default;
        return fits;
    }
}
