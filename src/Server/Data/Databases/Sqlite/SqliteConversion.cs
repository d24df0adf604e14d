using System.Data.Common;
using System.Globalization;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using static Directus.Grpc.Server.Data.SqlName;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

/// <summary>The values of a column that gets another type. SQLite keeps whatever it cannot convert as it was: they are put into the
/// form of the new type, and where that cannot be, the change is refused as other databases do.</summary>
internal sealed class SqliteConversion(DbSession session, CancellationToken cancellation)
{
    /// <summary>The old value in the form of the new type; null when SQLite converts it by itself.</summary>
    public static string? Of(ColumnSchema old, ColumnDefinition column)
    {
        var name = Quote(column.Name);
        var instant = old.Kind is SqlKind.DateTime or SqlKind.Timestamp;
        return column.Type switch
        {
            ColumnType.String or ColumnType.Text when instant =>
                FromInstant(name, old.Kind == SqlKind.Timestamp ? "%Y-%m-%dT%H:%M:%fZ" : "%Y-%m-%dT%H:%M:%S"),
            ColumnType.String or ColumnType.Text when old.Kind == SqlKind.Boolean =>
                $"case {name} when 0 then 'false' when 1 then 'true' else {name} end",
            ColumnType.Date when instant => FromInstant(name, "%Y-%m-%d"),
            ColumnType.Date => $"case when {IsDay(name)} then strftime('%Y-%m-%d', {name}) else {name} end",
            ColumnType.Time when instant => FromInstant(name, "%H:%M:%S"),
            ColumnType.DateTime or ColumnType.Timestamp when !instant =>
                $"case when {IsDay(name)} then cast(round((julianday({name}) - 2440587.5) * 86400000) as integer) else {name} end",
            ColumnType.Boolean when old.Kind == SqlKind.Text =>
                $"case when lower(trim({name})) in ('true', 't', 'yes', 'y', 'on', '1') then 1 " +
                $"when lower(trim({name})) in ('false', 'f', 'no', 'n', 'off', '0') then 0 else {name} end",
            ColumnType.Boolean => $"case when typeof({name}) = 'integer' then {name} <> 0 else {name} end",
            _ => null,
        };
    }

    /// <summary>Refuses a type that a value of the column is none of.</summary>
    public async Task CheckAsync(string table, ColumnSchema old, ColumnDefinition column)
    {
        var (from, name) = (Quote(table), Quote(column.Name));
        var length = (column.Length ?? 255).ToString(CultureInfo.InvariantCulture);
        if (column.Type == ColumnType.String && await AnyAsync($"select 1 from {from} where length({name}) > {length} limit 1"))
            throw Violated(ViolationKind.TooLong);
        if (column.Type == ColumnType.Json && await AnyAsync($"select 1 from {from} where not json_valid({name}) limit 1"))
            throw Violated(ViolationKind.InvalidValue);
        if (!AreRelated(old.Kind, column.Type) && await AnyAsync($"select 1 from {from} where {name} is not null limit 1"))
            throw Violated(ViolationKind.InvalidValue);
        if (KindOf(column.Type) is not { } kind) return;
        await using var command = session.CreateCommand(new SqlStatement($"select {name} from {from} where {name} is not null", []));
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        while (await reader.ReadAsync(cancellation))
            if (!Fits(reader, kind)) throw Violated(ViolationKind.InvalidValue);

        ViolationException Violated(ViolationKind rule) => new(new DatabaseViolation(rule, table, column.Name, null));
    }

    private bool Fits(DbDataReader reader, SqlKind kind) =>
        session.Dialect.Values.Value(reader, 0, kind) is { } value
            && (kind != SqlKind.Integer || value is long and >= int.MinValue and <= int.MaxValue);

    // Null where anything fits.
    private static SqlKind? KindOf(ColumnType type) => type switch
    {
        ColumnType.Integer => SqlKind.Integer,
        ColumnType.BigInteger => SqlKind.BigInteger,
        ColumnType.Float or ColumnType.Decimal => SqlKind.Float,
        ColumnType.Boolean => SqlKind.Boolean,
        ColumnType.Date => SqlKind.Date,
        ColumnType.Time => SqlKind.Time,
        ColumnType.DateTime or ColumnType.Timestamp => SqlKind.DateTime,
        ColumnType.Uuid => SqlKind.Uuid,
        _ => null,
    };

    // Instants are kept as numbers, but no number is one, and none of them is a number.
    private static bool AreRelated(SqlKind old, ColumnType type) => old switch
    {
        SqlKind.Integer or SqlKind.BigInteger or SqlKind.Float or SqlKind.Real or SqlKind.Decimal or SqlKind.Boolean =>
            type is not (ColumnType.Date or ColumnType.Time or ColumnType.DateTime or ColumnType.Timestamp),
        SqlKind.DateTime or SqlKind.Timestamp =>
            type is ColumnType.String or ColumnType.Text or ColumnType.Date or ColumnType.Time or ColumnType.DateTime
            or ColumnType.Timestamp or ColumnType.Binary,
        _ => true,
    };

    private static string FromInstant(string name, string format) =>
        $"case when typeof({name}) in ('integer', 'real') then strftime('{format}', {name} / 1000.0, 'unixepoch') else {name} end";

    // A time alone would be one of the year 2000, and the 30th of February one of March.
    private static string IsDay(string name) =>
        $"typeof({name}) = 'text' and julianday({name}) is not null and strftime('%Y-%m-%d', substr({name}, 1, 10)) = substr({name}, 1, 10)";

    private async Task<bool> AnyAsync(string query) => await session.ScalarAsync(new SqlStatement(query, []), cancellation) is not null;
}
