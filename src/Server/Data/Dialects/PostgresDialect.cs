using System.Data.Common;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Directus.Grpc.Server.Data.Dialects;

internal sealed class PostgresDialect : Dialect
{
    public override int BatchParameters => 16_000;

    public override string SchemaName => "public";

    public override string VendorName => "postgres";

    public override string TableNamesWhereName =>
        "select tablename from pg_catalog.pg_tables where schemaname = current_schema() and tablename";

    // Any number will do that no other program locks: the letters "dgrpc".
    public override string SchemaLock => "select pg_advisory_xact_lock(431265542243)";

    public override bool TracesItself => true;

    public override string TryJobLock => "select pg_try_advisory_lock(431265542244)";

    public override string JobUnlock => "select pg_advisory_unlock(431265542244)";

    public override void AppendPlaceholder(StringBuilder sql, int number) => sql.Append('$').Append(number);

    public override void AppendValue(StringBuilder sql, int number, SqlParameter parameter)
    {
        if (parameter.Kind == SqlKind.Geometry) sql.Append("st_setsrid(st_geomfromgeojson(");
        AppendPlaceholder(sql, number);
        if (parameter.Kind == SqlKind.Geometry) sql.Append("), 4326)");
    }

    // All the digits, and no name of the coordinate system.
    public override void AppendGeoJson(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("st_asgeojson(");
        operand(sql);
        sql.Append(", 15, 0)");
    }

    public override void AppendIntersects(SqlBuilder sql, Action<SqlBuilder> left, string geoJson, bool boxes)
    {
        if (!boxes) sql.Append("st_intersects(");
        left(sql);
        sql.Append(boxes ? " && " : ", ").Value(geoJson, SqlKind.Geometry);
        if (!boxes) sql.Append(')');
    }

    public override void AddParameter(DbParameterCollection parameters, SqlParameter parameter, int number)
    {
        var type = TypeOf(parameter.Kind);
        parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = parameter.IsArray ? NpgsqlDbType.Array | type : type,
            Value = parameter.IsArray ? TypedArray((object?[])parameter.Value!, parameter.Kind) : parameter.Value ?? DBNull.Value,
        });
    }

    public override void AppendIn(SqlBuilder sql, Action<SqlBuilder> left, object?[] values, SqlKind kind)
    {
        left(sql);
        sql.Append(" = any(").Array(values, kind).Append(')');
    }

    public override void AppendLike(SqlBuilder sql, Action<SqlBuilder> left, TextMatch match, string text, bool ignoreCase)
    {
        var pattern = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        if (match != TextMatch.StartsWith) pattern = "%" + pattern;
        if (match != TextMatch.EndsWith) pattern += "%";
        left(sql);
        sql.Append(ignoreCase ? " ilike " : " like ").Value(pattern, SqlKind.Text);
    }

    public override void AppendDatePart(SqlBuilder sql, DatePart part, SqlKind kind, Action<SqlBuilder> operand)
    {
        sql.Append(part == DatePart.Second ? "extract(" : "cast(extract(")
            .Append(part == DatePart.Weekday ? "dow" : part.ToString().ToLowerInvariant()).Append(" from ");
        operand(sql);
        if (kind == SqlKind.Timestamp) sql.Append(" at time zone 'UTC'");
        sql.Append(part == DatePart.Second ? ")" : ") as integer)");
    }

    public override void AppendJsonLength(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("case when jsonb_typeof(cast(");
        operand(sql);
        sql.Append(" as jsonb)) = 'array' then jsonb_array_length(cast(");
        operand(sql);
        sql.Append(" as jsonb)) end");
    }

    public override void AppendJsonValue(SqlBuilder sql, Action<SqlBuilder> operand, IReadOnlyList<string> path, bool asText)
    {
        sql.Append('(');
        operand(sql);
        sql.Append(asText ? " #>> " : " #> ").Array([.. path], SqlKind.Text).Append(')');
    }

    public override void AppendAsText(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("cast(");
        operand(sql);
        sql.Append(" as text)");
    }

    // Never backwards: another transaction may have drawn a higher key that is not committed yet.
    public override SqlStatement SequenceReset(string table, string column) => new SqlBuilder(this)
        .Append("select setval(s.name, greatest((select max(").Name(column).Append(") from ").Name(table)
        .Append("), nextval(s.name) - 1)) from (select pg_get_serial_sequence(").Value(Quote(table), SqlKind.Text).Append(", ")
        .Value(column, SqlKind.Text).Append(") as name) s where s.name is not null").Build();

    public override bool WritesInWith => true;

    public override string RowLock => " for update";

    public override bool InterleavesReaders => false;

    public override bool SupportsLateral => true;

    public override void AppendDirection(SqlBuilder sql, bool descending, bool nullable)
    {
        if (descending) sql.Append(" desc");
    }

    public override void AppendLimit(SqlBuilder sql, int? limit, int offset)
    {
        // As a parameter the planner would not know it, and plan anew for each execution of the prepared statement.
        if (limit is { } number) sql.Append(" limit ").Append(number);
        if (offset > 0) sql.Append(" offset ").Value(offset, SqlKind.Integer);
    }

    public override DateTime ReadDateTime(DbDataReader reader, int ordinal) => reader.GetDateTime(ordinal);

    public override DateOnly ReadDate(DbDataReader reader, int ordinal) => reader.GetFieldValue<DateOnly>(ordinal);

    public override TimeOnly ReadTime(DbDataReader reader, int ordinal) => reader.GetFieldValue<TimeOnly>(ordinal);

    public override bool ChecksJson => true;

    public override void Unprepare(DbConnection connection) => (connection as NpgsqlConnection)?.UnprepareAll();

    public override DatabaseViolation? Recognize(DbException error)
    {
        if (error is not PostgresException postgres) return null;
        ViolationKind? kind = postgres.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => ViolationKind.Unique,
            PostgresErrorCodes.ForeignKeyViolation => ViolationKind.ForeignKey,
            PostgresErrorCodes.NotNullViolation => ViolationKind.NotNull,
            PostgresErrorCodes.StringDataRightTruncation => ViolationKind.TooLong,
            PostgresErrorCodes.NumericValueOutOfRange => ViolationKind.OutOfRange,
            PostgresErrorCodes.InvalidTextRepresentation => ViolationKind.InvalidValue,
            PostgresErrorCodes.CharacterNotInRepertoire => ViolationKind.InvalidValue,
            PostgresErrorCodes.InvalidParameterValue => ViolationKind.InvalidValue,
            _ => null,
        };
        return kind is { } known
            ? new DatabaseViolation(known, postgres.TableName, ColumnOf(postgres), postgres.ConstraintName)
            : null;
    }

    public override string? RecognizeRefusedChange(DbException error) => (error as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DuplicateTable => "The database already has a table, view or constraint of that name",
        PostgresErrorCodes.DuplicateColumn => "The table already has a column of that name",
        PostgresErrorCodes.DuplicateObject => "The database already has a constraint of that name",
        PostgresErrorCodes.DependentObjectsStillExist => "Another part of the database depends on it",
        PostgresErrorCodes.InvalidParameterValue => "The existing values can't be converted to that type",
        PostgresErrorCodes.CannotCoerce => "The existing values can't be converted to that type",
        PostgresErrorCodes.DatatypeMismatch => "The types don't fit",
        PostgresErrorCodes.InvalidForeignKey => "The related field is not unique",
        PostgresErrorCodes.InvalidDatetimeFormat => "A value is no valid date or time",
        PostgresErrorCodes.DatetimeFieldOverflow => "A date or time is out of range",
        PostgresErrorCodes.UndefinedObject => "The database has no such type",
        PostgresErrorCodes.UndefinedFunction => "The database can't compare values of these types",
        PostgresErrorCodes.TooManyColumns => "The table has too many columns",
        PostgresErrorCodes.FeatureNotSupported => "The database doesn't support this change",
        _ => null,
    };

    // 0A000: a prepared statement's result type changed by DDL.
    public override bool IsStalePlan(DbException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported };

    public override bool IsOutdated(DbException error) => IsStalePlan(error) ||
        error is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn };

    // Only not-null violations name the column; the others say it in the detail: Key (email)=(…) already exists.
    private static string? ColumnOf(PostgresException error)
    {
        if (error.ColumnName is not null) return error.ColumnName;
        const string key = "Key (";
        if (error.Detail is not { } detail || !detail.StartsWith(key, StringComparison.Ordinal)) return null;
        var end = detail.IndexOf(")=", StringComparison.Ordinal);
        return end < 0 ? null : detail[key.Length..end].Trim('"');
    }

    private static NpgsqlDbType TypeOf(SqlKind kind) => kind switch
    {
        SqlKind.Text or SqlKind.Geometry => NpgsqlDbType.Text,
        SqlKind.Integer => NpgsqlDbType.Integer,
        SqlKind.BigInteger => NpgsqlDbType.Bigint,
        SqlKind.Float => NpgsqlDbType.Double,
        SqlKind.Decimal => NpgsqlDbType.Numeric,
        SqlKind.Boolean => NpgsqlDbType.Boolean,
        SqlKind.Date => NpgsqlDbType.Date,
        SqlKind.Time => NpgsqlDbType.Time,
        SqlKind.DateTime => NpgsqlDbType.Timestamp,
        SqlKind.Timestamp => NpgsqlDbType.TimestampTz,
        SqlKind.Json => NpgsqlDbType.Json,
        SqlKind.Uuid => NpgsqlDbType.Uuid,
        SqlKind.Binary => NpgsqlDbType.Bytea,
        SqlKind.Other => NpgsqlDbType.Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Array TypedArray(object?[] values, SqlKind kind) => kind switch
    {
        SqlKind.Text or SqlKind.Json => Array.ConvertAll(values, value => (string?)value),
        SqlKind.Integer => Array.ConvertAll(values, value => (int?)value),
        SqlKind.BigInteger => Array.ConvertAll(values, value => (long?)value),
        SqlKind.Float => Array.ConvertAll(values, value => (double?)value),
        SqlKind.Decimal => Array.ConvertAll(values, value => (decimal?)value),
        SqlKind.Boolean => Array.ConvertAll(values, value => (bool?)value),
        SqlKind.Date => Array.ConvertAll(values, value => (DateOnly?)value),
        SqlKind.Time => Array.ConvertAll(values, value => (TimeOnly?)value),
        SqlKind.DateTime or SqlKind.Timestamp => Array.ConvertAll(values, value => (DateTime?)value),
        SqlKind.Uuid => Array.ConvertAll(values, value => (Guid?)value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
