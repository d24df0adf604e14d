using System.Data.Common;
using System.Text;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;
using Npgsql;

namespace Directus.Grpc.Server.Data.Databases.Postgres;

internal sealed partial class PostgresDialect : Dialect
{
    private readonly PostgresDdl _ddl = new();

    internal override DdlDialect Ddl => _ddl;

    internal override ICatalogueReader Catalogue { get; } = new PostgresCatalogueReader();

    internal override ITableEditor EditorOf(DbSession session, CancellationToken cancellation) =>
        new PostgresTableEditor(session, _ddl, cancellation);

    public override int BatchParameters => 16_000;

    public override string VendorName => "postgres";

    public override string ClientName => "pg";

    public override string TableNamesWhereName =>
        "select tablename from pg_catalog.pg_tables where schemaname = current_schema() and tablename";

    // Any number will do that no other program locks: the letters "dgrpc".
    public override string SchemaLock => "select pg_advisory_xact_lock(431265542243)";

    public override string TryJobLock => "select pg_try_advisory_lock(431265542244)";

    public override string JobUnlock => "select pg_advisory_unlock(431265542244)";

    public override void AppendPlaceholder(StringBuilder sql, int number) => sql.Append('$').Append(number);

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
        .Append("when gap > 0 then (select max(drawn) from (select nextval(name) as drawn from generate_series(1, gap)) all_drawn) end ")
        .Append("from (select name, highest, ")
        .Append("ceil((highest - coalesce(pg_sequence_last_value(name::regclass), start_value - increment))::numeric / increment)::bigint as gap ")
        .Append("from (select pg_get_serial_sequence(").Value(SqlName.Quote(table), SqlKind.Text).Append(", ").Value(column, SqlKind.Text)
        .Append(") as name, (select max(").Name(column).Append(")::bigint from ").Name(table).Append(") as highest) keys ")
        .Append("cross join lateral pg_sequence_parameters(name::regclass) where name is not null and increment > 0) counter")
        .Build();

    public override SqlStatement ReadCounter(string table, string column) => new SqlBuilder(this)
        .Append("select (select max(").Name(column).Append(")::bigint from ").Name(table)
        .Append("), pg_sequence_last_value(name::regclass) from (select pg_get_serial_sequence(").Value(SqlName.Quote(table), SqlKind.Text)
            .Append(", ")
        .Value(column, SqlKind.Text).Append(") as name) counter where name is not null")
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
}
