using System.Data.Common;
using System.Text;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

internal sealed partial class SqliteDialect : Dialect
{
    private readonly SqliteDdl _ddl = new();

    internal override DdlDialect Ddl => _ddl;

    internal override ICatalogueReader Catalogue { get; } = new SqliteCatalogueReader();

    internal override ITableEditor EditorOf(DbSession session, CancellationToken cancellation) => new SqliteTableEditor(session, _ddl, cancellation);

    // A parameter is looked for among all of its statement.
    public override int BatchParameters => 500;

    public override string VendorName => "sqlite";

    public override string ClientName => "sqlite3";

    public override string TraceName => "sqlite";

    public override string TableNamesWhereName => "select name from sqlite_master where type = 'table' and name";

    public override string? SchemaLock => null;

    public override void AppendPlaceholder(StringBuilder sql, int number) => sql.Append("?").Append(number);

    public override void AppendIn(SqlBuilder sql, Action<SqlBuilder> left, object?[] values, SqlKind kind)
    {
        left(sql);
        sql.Append(" in (select value from json_each(").Array(values, kind).Append("))");
    }

    // LIKE and lower() know the case of ASCII only; the function is registered with each connection.
    public override void AppendLike(SqlBuilder sql, Action<SqlBuilder> left, TextMatch match, string text, bool ignoreCase)
    {
        if (match == TextMatch.StartsWith && !ignoreCase && Successor(text) is { } end)
        {
            // A range can use an index.
            sql.Append('(');
            left(sql);
            sql.Append(" >= ").Value(text, SqlKind.Text).Append(" and ");
            left(sql);
            sql.Append(" < ").Value(end, SqlKind.Text).Append(')');
            return;
        }

        if (ignoreCase) text = SqliteFunctions.Fold(text)!;
        Action<SqlBuilder> operand = ignoreCase
            ? inner =>
            {
                inner.Append(SqliteFunctions.FoldName).Append('(');
                left(inner);
                inner.Append(')');
            }
        : left;
        sql.Append(match switch { TextMatch.Contains => "instr(", _ => "substr(" });
        operand(sql);
        switch (match)
        {
            case TextMatch.Contains: sql.Append(", ").Value(text, SqlKind.Text).Append(") > 0"); break;
            case TextMatch.StartsWith: sql.Append(", 1, ").Append(Characters(text)).Append(") = ").Value(text, SqlKind.Text); break;
            default: sql.Append(", -").Append(Characters(text)).Append(") = ").Value(text, SqlKind.Text); break;
        }
    }

    // The first text beyond all that start with this one, in the order of UTF-8; null when its last character has no next.
    private static string? Successor(string text)
    {
        var last = text.EnumerateRunes().Last();
        var next = last.Value == 0xD7FF ? 0xE000 : last.Value + 1;
        return Rune.IsValid(next) ? string.Concat(text.AsSpan(0, text.Length - last.Utf16SequenceLength), new Rune(next).ToString()) : null;
    }

    // Milliseconds since 1970, or text where a default of the column wrote it.
    public override void AppendInstant(SqlBuilder sql, string table, string column) =>
        sql.Append("case typeof(").Name(table, column).Append(") when 'text' then cast(strftime('%s', ").Name(table, column)
            .Append(") as integer) * 1000 else ").Name(table, column).Append(" end");

    // Instants are milliseconds since 1970, days and times text: strftime wants text or seconds. Before 1970 dividing whole
    // numbers would round the wrong way.
    public override void AppendDatePart(SqlBuilder sql, DatePart part, SqlKind kind, Action<SqlBuilder> operand)
    {
        sql.Append("cast(strftime('").Append(Format(part)).Append("', case typeof(");
        operand(sql);
        sql.Append(") when 'text' then ");
        operand(sql);
        sql.Append(" else strftime('%Y-%m-%d %H:%M:%f', ");
        operand(sql);
        sql.Append(part == DatePart.Second ? " / 1000.0, 'unixepoch') end) as numeric)" : " / 1000.0, 'unixepoch') end) as integer)");
    }

    private static string Format(DatePart part) => part switch
    {
        DatePart.Year => "%Y",
        DatePart.Month => "%m",
        DatePart.Week => "%V",
        DatePart.Day => "%d",
        DatePart.Weekday => "%w",
        DatePart.Hour => "%H",
        DatePart.Minute => "%M",
        _ => "%f",
    };

    // sum() fails beyond 64 bits, and adds decimals up as binary fractions; so does avg().
    public override string Aggregate(string name, SqlKind kind) => (name, kind) switch
    {
        ("sum", SqlKind.BigInteger or SqlKind.Decimal) => SqliteFunctions.SumName,
        ("avg", SqlKind.Integer or SqlKind.BigInteger or SqlKind.Decimal) => SqliteFunctions.AverageName,
        _ => name,
    };

    // A text counts as 0, and is larger than any number.
    public override void AppendNumber(SqlBuilder sql, SqlKind kind, Action<SqlBuilder> operand)
    {
        operand(sql.Append("case when typeof("));
        sql.Append(kind is SqlKind.Integer or SqlKind.BigInteger ? ") = 'integer'" : ") in ('integer', 'real')");
        if (kind != SqlKind.BigInteger) operand(sql.Append(" and "));
        if (kind != SqlKind.BigInteger)
        {
            sql.Append(kind == SqlKind.Integer
                ? " between -2147483648 and 2147483647"
                : " between -1.7976931348623157e308 and 1.7976931348623157e308");
        }

        operand(sql.Append(" then "));
        sql.Append(" end");
    }

    public override void AppendJsonLength(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("case when json_valid(");
        operand(sql);
        sql.Append(") then case when json_type(");
        operand(sql);
        sql.Append(") = 'array' then json_array_length(");
        operand(sql);
        sql.Append(") end end");
    }

    public override void AppendJsonValue(SqlBuilder sql, Action<SqlBuilder> operand, IReadOnlyList<string> path, bool asText)
    {
        var steps = string.Concat(path.Select(step => step.All(char.IsAsciiDigit) && step.Length > 0 ? $"[{step}]" : $".\"{JsonLabel(step)}\""));
        void At(string before, string arrow)
        {
            operand(sql.Append(before));
            sql.Append(arrow).Value("$" + steps, SqlKind.Text);
        }

        operand(sql.Append("case when json_valid("));
        sql.Append(") then ");
        if (asText)
        {
            // As text both truths would be numbers, and numbers equal no text.
            At("case when json_type(", ", ");
            At(") in ('true', 'false') then ", " -> ");
            At(" else cast(", " ->> ");
            sql.Append(" as text) end");
        }
        else At("", " -> ");
        sql.Append(" end");
    }

    // Labels in a path are spelled as in JSON.
    private static string JsonLabel(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static int Characters(string text) => text.EnumerateRunes().Count();

    public override void AppendAsText(SqlBuilder sql, Action<SqlBuilder> operand)
    {
        sql.Append("cast(");
        operand(sql);
        sql.Append(" as text)");
    }

    public override SqlStatement? AdvanceCounter(string table, string column) => null;

    public override SqlStatement? ReadCounter(string table, string column) => null;

    public override bool WritesInWith => false;

    public override string? RowLock => null;

    public override string? ChangeLock => null;

    public override bool InterleavesReaders => true;

    public override bool SupportsLateral => false;

    // SQLite takes null for the smallest value, PostgreSQL for the largest: do as PostgreSQL does.
    public override void AppendDirection(SqlBuilder sql, bool descending, bool nullable)
    {
        if (descending) sql.Append(" desc");
        if (nullable) sql.Append(descending ? " nulls first" : " nulls last");
    }

    // OFFSET without LIMIT is a syntax error in SQLite; LIMIT -1 means unlimited.
    public override void AppendLimit(SqlBuilder sql, int? limit, int offset)
    {
        if (limit is null && offset == 0) return;
        sql.Append(" limit ").Value(limit ?? -1, SqlKind.Integer);
        if (offset > 0) sql.Append(" offset ").Value(offset, SqlKind.Integer);
    }

    public override ValueReader Values { get; } = new SqliteValueReader();

    public override bool ChecksJson => false;

    public override void Unprepare(DbConnection connection)
    {
    }
}
