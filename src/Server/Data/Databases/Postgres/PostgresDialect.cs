using System.Data.Common;
using System.Text;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Npgsql;
using NpgsqlTypes;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed class PostgresDialect : Dialect
{
    private readonly PostgresDdl _ddl = new();

    internal override DdlDialect Ddl => _ddl;

    internal override ICatalogueReader Catalogue { get; } = new PostgresCatalogueReader();

    internal override ITableEditor EditorOf(DbSession session, CancellationToken cancellation) => new PostgresTableEditor(session, _ddl, cancellation);

    public override int BatchParameters => 16_000;

    public override string SchemaName => "public";

    public override string VendorName => "postgres";

    public override string ClientName => "pg";

    public override string TableNamesWhereName =>
        "select tablename from pg_catalog.pg_tables where schemaname = current_schema() and tablename";

    // Any number will do that no other program locks: the letters "dgrpc".
    public override string SchemaLock => "select pg_advisory_xact_lock(431265542243)";

    public override string TryJobLock => "select pg_try_advisory_lock(431265542244)";

    public override string JobUnlock => "select pg_advisory_unlock(431265542244)";

    public override void AppendPlaceholder(StringBuilder sql, int number) => sql.Append('$').Append(number);

    public override void AppendValue(StringBuilder sql, int number, SqlParameter parameter)
    {
        var digits = HoldsDigits(parameter);
        if (parameter.Kind == SqlKind.Geometry) sql.Append("st_setsrid(st_geomfromgeojson(");
        if (digits) sql.Append("cast(");
        AppendPlaceholder(sql, number);
        if (digits) sql.Append(parameter.IsArray ? " as numeric[])" : " as numeric)");
        if (parameter.Kind == SqlKind.Geometry) sql.Append("), 4326)");
    }

    // Numbers of more digits than a CLR decimal holds travel as text.
    private static bool HoldsDigits(SqlParameter parameter) => parameter.Kind == SqlKind.Decimal
        && (parameter.Value is string || (parameter.IsArray && ((object?[])parameter.Value!).Any(value => value is string)));

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
        if (HoldsDigits(parameter))
        {
            var digits = parameter.IsArray ? Array.ConvertAll((object?[])parameter.Value!, Digits) : parameter.Value;
            parameters.Add(new NpgsqlParameter { NpgsqlDbType = parameter.IsArray ? NpgsqlDbType.Array | NpgsqlDbType.Text : NpgsqlDbType.Text, Value = digits });
            return;
        }

        var kind = parameter.Kind == SqlKind.Real ? KindOfReal(parameter) : parameter.Kind;
        var type = TypeOf(kind);
        parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = parameter.IsArray ? NpgsqlDbType.Array | type : type,
            Value = parameter.IsArray ? TypedArray((object?[])parameter.Value!, kind) : Typed(parameter.Value, kind) ?? DBNull.Value,
        });
    }

    // A number that single precision cannot hold is still greater than all that it can.
    private static SqlKind KindOfReal(SqlParameter parameter) => parameter.IsArray
        ? ((object?[])parameter.Value!).All(IsReal) ? SqlKind.Real : SqlKind.Float
        : IsReal(parameter.Value) ? SqlKind.Real : SqlKind.Float;

    private static bool IsReal(object? value) => value is not double number || float.IsFinite((float)number);

    private static object? Typed(object? value, SqlKind kind) => kind == SqlKind.Real ? (float?)(double?)value : value;

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

    // Infinity has no parts, or infinite ones.
    public override void AppendDatePart(SqlBuilder sql, DatePart part, SqlKind kind, Action<SqlBuilder> operand)
    {
        if (kind != SqlKind.Time) operand(sql.Append("case when isfinite("));
        if (kind != SqlKind.Time) sql.Append(") then ");
        sql.Append(part == DatePart.Second ? "extract(" : "cast(extract(")
            .Append(part == DatePart.Weekday ? "dow" : part.ToString().ToLowerInvariant()).Append(" from ");
        operand(sql);
        if (kind == SqlKind.Timestamp) sql.Append(" at time zone 'UTC'");
        sql.Append(part == DatePart.Second ? ")" : ") as integer)");
        if (kind != SqlKind.Time) sql.Append(" end");
    }

    public override void AppendJsonLength(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("case when jsonb_typeof(cast(");
        operand(sql);
        sql.Append(" as jsonb)) = 'array' then jsonb_array_length(cast(");
        operand(sql);
        sql.Append(" as jsonb)) end");
    }

    // To PostgreSQL a number is the name of a member as well, and a place counted from the end; to everybody else a place in a list.
    public override void AppendJsonValue(SqlBuilder sql, Action<SqlBuilder> operand, IReadOnlyList<string> path, bool asText)
    {
        var numbers = Enumerable.Range(0, path.Count).Where(i => int.TryParse(path[i], out _)).ToList();
        sql.Append(numbers.Count > 0 ? "case when " : "");
        foreach (var i in numbers)
        {
            sql.Append(i == numbers[0] ? "ltrim(cast(" : " and ltrim(cast(");
            At(" #> ", path.Take(i));
            sql.Append(path[i].All(char.IsAsciiDigit) ? " as text), E' \\t\\r\\n') like '[%'" : " as text), E' \\t\\r\\n') like '{%'");
        }

        sql.Append(numbers.Count > 0 ? " then " : "");
        At(asText ? " #>> " : " #> ", path);
        sql.Append(numbers.Count > 0 ? " end" : "");

        void At(string step, IEnumerable<string> steps)
        {
            operand(sql.Append('('));
            sql.Append(step).Array([.. steps], SqlKind.Text).Append(')');
        }
    }

    public override void AppendAsText(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("cast(");
        operand(sql);
        sql.Append(" as text)");
    }

    // The cast of an address says more than the address does: 10.0.0.1/32.
    public override void AppendOutput(SqlBuilder sql, string? type, Action<SqlBuilder> operand)
    {
        if (type != "inet")
        {
            AppendAsText(sql, operand);
            return;
        }

        operand(sql.Append("case when "));
        operand(sql.Append(" is not null then concat("));
        sql.Append(") end");
    }

    // Never backwards: others draw keys meanwhile, and another transaction may have drawn a higher one that is not committed yet.
    // Drawing the keys in between one by one cannot go back; a gap that nobody else closes within this statement is jumped over,
    // by one at a time.
    public override SqlStatement AdvanceCounter(string table, string column) => new SqlBuilder(this)
        .Append("select case when gap > 1000 then (select setval(name, greatest(highest, pg_sequence_last_value(name::regclass))) ")
        .Append("from (select pg_advisory_xact_lock(name::regclass::oid::bigint)) only_one) ")
        .Append("when gap > 0 then (select max(drawn) from (select nextval(name) as drawn from generate_series(1, gap)) all_drawn) end from (select name, highest, ")
        .Append("ceil((highest - coalesce(pg_sequence_last_value(name::regclass), start_value - increment))::numeric / increment)::bigint as gap ")
        .Append("from (select pg_get_serial_sequence(").Value(SqlName.Quote(table), SqlKind.Text).Append(", ").Value(column, SqlKind.Text)
        .Append(") as name, (select max(").Name(column).Append(")::bigint from ").Name(table).Append(") as highest) keys ")
        .Append("cross join lateral pg_sequence_parameters(name::regclass) where name is not null and increment > 0) counter")
        .Build();

    public override bool WritesInWith => true;

    public override string RowLock => " for update";

    public override string ChangeLock => " for no key update";

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

    public override ValueReader Values { get; } = new PostgresValueReader();

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
            // No key is left to be given.
            "2200H" => ViolationKind.OutOfRange,
            PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ExclusionViolation => ViolationKind.InvalidValue,
            // What else is wrong with a value: no such label of an enum, no such address, no xml.
            ['2', '2', ..] => ViolationKind.InvalidValue,
            // This extension has no better code for a text that is none of its values.
            PostgresErrorCodes.InternalError when postgres.File == "hstore_io.c" => ViolationKind.InvalidValue,
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
        PostgresErrorCodes.CheckViolation => "A value breaks a rule of the database",
        ['2', '2', ..] => "The existing values can't be converted to that type",
        _ => null,
    };

    public override bool IsConflict(DbException error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

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
        SqlKind.Real => NpgsqlDbType.Real,
        SqlKind.Decimal => NpgsqlDbType.Numeric,
        SqlKind.Boolean => NpgsqlDbType.Boolean,
        SqlKind.Date => NpgsqlDbType.Date,
        SqlKind.Time => NpgsqlDbType.Time,
        SqlKind.DateTime => NpgsqlDbType.Timestamp,
        SqlKind.Timestamp => NpgsqlDbType.TimestampTz,
        SqlKind.Json => NpgsqlDbType.Json,
        SqlKind.Uuid => NpgsqlDbType.Uuid,
        SqlKind.Binary => NpgsqlDbType.Bytea,
        SqlKind.Other => NpgsqlDbType.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string? Digits(object? value) => value is null ? null : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);

    private static Array TypedArray(object?[] values, SqlKind kind) => kind switch
    {
        SqlKind.Text or SqlKind.Json or SqlKind.Other => Array.ConvertAll(values, value => (string?)value),
        SqlKind.Integer => Array.ConvertAll(values, value => (int?)value),
        SqlKind.BigInteger => Array.ConvertAll(values, value => (long?)value),
        SqlKind.Float => Array.ConvertAll(values, value => (double?)value),
        SqlKind.Real => Array.ConvertAll(values, value => (float?)(double?)value),
        SqlKind.Decimal => Array.ConvertAll(values, value => (decimal?)value),
        SqlKind.Boolean => Array.ConvertAll(values, value => (bool?)value),
        SqlKind.Date => Array.ConvertAll(values, value => (DateOnly?)value),
        SqlKind.Time => Array.ConvertAll(values, value => (TimeOnly?)value),
        SqlKind.DateTime or SqlKind.Timestamp => Array.ConvertAll(values, value => (DateTime?)value),
        SqlKind.Uuid => Array.ConvertAll(values, value => (Guid?)value),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
