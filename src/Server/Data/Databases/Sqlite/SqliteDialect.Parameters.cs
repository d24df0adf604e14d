using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

internal sealed partial class SqliteDialect
{
    public override void AddParameter(DbParameterCollection parameters, SqlParameter parameter, int number) =>
        parameters.Add(new SqliteParameter("?" + number.ToString(CultureInfo.InvariantCulture),
            parameter.IsArray ? JsonArray((object?[])parameter.Value!) : Stored(parameter.Value)));

    /// <summary>The form in which SQLite keeps a value, the same as Directus writes: uuids and times as text, instants as
    /// milliseconds since 1970, booleans as 0 and 1.</summary>
    public static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        Guid id => id.ToString(),
        DateTime time => Milliseconds(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        decimal number => Number(number),
        _ => value,
    };

    // What a decimal column would make of it. As text it would be compared as text wherever it meets no bare column.
    private static object Number(decimal number) => number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
        ? (long)number
        : double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static long Milliseconds(DateTime time) =>
        (DateTime.SpecifyKind(time, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    private static string JsonArray(object?[] values)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                switch (Stored(value))
                {
                    case DBNull: json.WriteNullValue(); break;
                    case long number: json.WriteNumberValue(number); break;
                    case double number: json.WriteNumberValue(number); break;
                    case var text: json.WriteStringValue((string)text); break;
                }
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
