using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Directus.Grpc.Server.Data.Databases.Sqlite;

internal sealed partial class SqliteDialect
{
    public override DatabaseViolation? Recognize(DbException error)
    {
        if (error is not SqliteException sqlite) return null;
        return sqlite.SqliteExtendedErrorCode switch
        {
            SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY or
                SQLitePCL.raw.SQLITE_CONSTRAINT_ROWID => Constraint(ViolationKind.Unique, sqlite.Message),
            SQLitePCL.raw.SQLITE_CONSTRAINT_FOREIGNKEY => new DatabaseViolation(ViolationKind.ForeignKey, null, null, null),
            SQLitePCL.raw.SQLITE_CONSTRAINT_NOTNULL => Constraint(ViolationKind.NotNull, sqlite.Message),
            SQLitePCL.raw.SQLITE_CONSTRAINT_CHECK => new DatabaseViolation(ViolationKind.InvalidValue, null, null, null),
            _ => null,
        };
    }

    // SQLite has one code for whatever is wrong with a statement; ours are right, so what remains is the state of the tables.
    public override string? RecognizeRefusedChange(DbException error) =>
        error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR } sqlite
        ? sqlite.Message.Contains("already exists", StringComparison.Ordinal) || sqlite.Message.Contains("already an index", StringComparison.Ordinal)
            ? "The database already has a table, view or index of that name"
            : "Another part of the database depends on it"
        : null;

    public override bool IsConflict(DbException error) => false;

    public override bool IsStalePlan(DbException error) => false;

    public override bool IsOutdated(DbException error) => error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR } sqlite
        && (sqlite.Message.Contains("no such table", StringComparison.Ordinal) || sqlite.Message.Contains("no such column", StringComparison.Ordinal)
            || sqlite.Message.Contains("has no column named", StringComparison.Ordinal));

    // SQLite Error 19: 'UNIQUE constraint failed: articles.slug'.
    private static DatabaseViolation Constraint(ViolationKind kind, string message)
    {
        const string failed = "constraint failed: ";
        var start = message.IndexOf(failed, StringComparison.Ordinal);
        if (start < 0) return new DatabaseViolation(kind, null, null, null);
        var place = message[(start + failed.Length)..].TrimEnd('.', '\'').Split(',')[0].Trim();
        var dot = place.LastIndexOf('.');
        return dot < 0
            ? new DatabaseViolation(kind, null, null, null)
            : new DatabaseViolation(kind, place[..dot], place[(dot + 1)..], null);
    }
}
