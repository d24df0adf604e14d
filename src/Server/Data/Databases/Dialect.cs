using System.Data.Common;
using System.Text;
using Directus.Grpc.Server.Data.Databases.Catalogue;
using Directus.Grpc.Server.Data.Databases.Ddl;

namespace Directus.Grpc.Server.Data.Databases;

/// <summary>How the databases differ in SQL text and values. Others ask the dialect, never the product's name.</summary>
public abstract class Dialect
{
    internal abstract DdlDialect Ddl { get; }

    internal abstract ICatalogueReader Catalogue { get; }

    /// <summary>Changes tables within the transaction of a session.</summary>
    internal abstract ITableEditor EditorOf(DbSession session, CancellationToken cancellation);

    /// <summary>Whether other statements may run on a connection while a reader is open there.</summary>
    public abstract bool InterleavesReaders { get; }

    /// <summary>Number of parameters of one statement up to which many rows are best written at once.</summary>
    public abstract int BatchParameters { get; }

    /// <summary>The product's name in exported models.</summary>
    public abstract string VendorName { get; }

    /// <summary>The product's name in settings and reports of health.</summary>
    public abstract string ClientName { get; }

    /// <summary>Query of the names of user tables; a condition on the name follows.</summary>
    public abstract string TableNamesWhereName { get; }

    /// <summary>Statement that lets one editor of the schema work at a time until its transaction ends; null when the
    /// database lets only one write anyway.</summary>
    public abstract string? SchemaLock { get; }

    /// <summary>Statement that answers whether this connection does what one server at a time does; null when a database is for
    /// one machine.</summary>
    public virtual string? TryJobLock => null;

    /// <summary>Statement by which the connection lets go of it.</summary>
    public virtual string? JobUnlock => null;

    /// <summary>An instant of a row, comparable with others however it was written.</summary>
    public virtual void AppendInstant(SqlBuilder sql, string table, string column) => sql.Name(table, column);

    /// <summary>What spans of statements call the database; null when its client library makes them itself.</summary>
    public virtual string? TraceName => null;

    /// <summary>The placeholder of the parameter with that number, counted from 1.</summary>
    public abstract void AppendPlaceholder(StringBuilder sql, int number);

    /// <summary>The value of the parameter with that number.</summary>
    public virtual void AppendValue(StringBuilder sql, int number, SqlParameter parameter) => AppendPlaceholder(sql, number);

    /// <summary>Adds the parameter with that number, counted from 1.</summary>
    public abstract void AddParameter(DbParameterCollection parameters, SqlParameter parameter, int number);

    /// <summary>`left` is one of the values of an array parameter.</summary>
    public abstract void AppendIn(SqlBuilder sql, Action<SqlBuilder> left, object?[] values, SqlKind kind);

    /// <summary>`left` holds, starts with or ends with the text.</summary>
    public abstract void AppendLike(SqlBuilder sql, Action<SqlBuilder> left, TextMatch match, string text, bool ignoreCase);

    /// <summary>A part of a date or time, in UTC, as an integer; seconds with their fraction as a decimal. Weeks are ISO's, weekdays
    /// count from Sunday = 0.</summary>
    public abstract void AppendDatePart(SqlBuilder sql, DatePart part, SqlKind kind, Action<SqlBuilder> operand);

    /// <summary>The database's name of `sum` or `avg` of numbers of that kind, exact and without ever overflowing; the result of
    /// another name is text.</summary>
    public virtual string Aggregate(string name, SqlKind kind) => name;

    /// <summary>A column of that kind as it is computed with: null where it holds no number.</summary>
    public virtual void AppendNumber(SqlBuilder sql, SqlKind kind, Action<SqlBuilder> operand) => operand(sql);

    /// <summary>The number of elements of a json array; null for json that is none.</summary>
    public abstract void AppendJsonLength(SqlBuilder sql, Action<SqlBuilder> operand);

    /// <summary>What stands at a path in json, as json or as text.</summary>
    public abstract void AppendJsonValue(SqlBuilder sql, Action<SqlBuilder> operand, IReadOnlyList<string> path, bool asText);

    /// <summary>A shape as GeoJSON.</summary>
    public virtual void AppendGeoJson(SqlBuilder sql, Action<SqlBuilder> operand) => operand(sql);

    /// <summary>A shape has points in common with another one; or only the boxes around them have.</summary>
    public virtual void AppendIntersects(SqlBuilder sql, Action<SqlBuilder> left, string geoJson, bool boxes) =>
        throw new NotSupportedException("This database has no geometry.");

    /// <summary>Casts to text, for search and string functions.</summary>
    public abstract void AppendAsText(SqlBuilder sql, Action<SqlBuilder> operand);

    /// <summary>The text that a type, by its name in the database, prints its values as.</summary>
    public virtual void AppendOutput(SqlBuilder sql, string? type, Action<SqlBuilder> operand) => AppendAsText(sql, operand);

    /// <summary>Whether `with x as (insert …)` can feed another insert.</summary>
    public abstract bool WritesInWith { get; }

    /// <summary>Ends a query of rows that are to stay as they are until the transaction ends; null where a transaction that
    /// writes is alone anyway.</summary>
    public abstract string? RowLock { get; }

    /// <summary>So for rows that are to be changed but keep their keys, which others may go on referring to.</summary>
    public abstract string? ChangeLock { get; }

    /// <summary>Whether a joined sub-query may refer to the row it is joined to.</summary>
    public abstract bool SupportsLateral { get; }

    /// <summary>The direction of an order term. Nulls come last going up and first coming down.</summary>
    public abstract void AppendDirection(SqlBuilder sql, bool descending, bool nullable);

    /// <summary>Lets the next generated key follow the largest one that there is; null where that goes without saying.</summary>
    public abstract SqlStatement? AdvanceCounter(string table, string column);

    /// <summary>Reads the largest key and where the counter is that gives the next ones; no row when there is no counter, null where it
    /// always follows.</summary>
    public abstract SqlStatement? ReadCounter(string table, string column);

    /// <summary>The rest of a limited query; null means no limit.</summary>
    public abstract void AppendLimit(SqlBuilder sql, int? limit, int offset);

    /// <summary>Reads the values of rows.</summary>
    public abstract ValueReader Values { get; }

    /// <summary>Whether a json column can hold nothing but JSON.</summary>
    public abstract bool ChecksJson { get; }

    /// <summary>Forgets the prepared statements of a connection, which a schema change has made stale.</summary>
    public abstract void Unprepare(DbConnection connection);

    /// <summary>Recognises the violations that a client can cause; null for anything else.</summary>
    public abstract DatabaseViolation? Recognize(DbException error);

    /// <summary>Why the database refuses a change of the schema that its rules or data do not allow; null for anything else.</summary>
    public abstract string? RecognizeRefusedChange(DbException error);

    /// <summary>Whether the transaction had to give way to others, and can be begun anew.</summary>
    public abstract bool IsConflict(DbException error);

    /// <summary>Whether the statement failed only because the schema changed beneath it, and can be tried again.</summary>
    public abstract bool IsStalePlan(DbException error);

    /// <summary>Whether the statement names a table or column that is not there, or not as it was.</summary>
    public abstract bool IsOutdated(DbException error);
}
