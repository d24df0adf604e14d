using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;

namespace Directus.Grpc.Server.Retention;

/// <summary>What is removed, in this order. A revision cannot be without its activity, so that an activity stays as long as
/// revisions of it are kept.</summary>
internal static class RetentionRules
{
    private const string Activity = SystemCollections.Activity;
    private const string Revisions = SystemCollections.Revisions;

    public static IEnumerable<RetentionRule> Of(RetentionOptions options)
    {
        if (options.Revisions is { } revisions)
            yield return new("revisions", revisions, Revisions, "id", SqlKind.Integer, RevisionExpired, UnlinkParents);
        if (options.FlowLogs is { } logs)
            yield return new("flow logs", logs, Activity, "id", SqlKind.Integer,
                (sql, until) => Done(sql.Append("t.action = 'run' and "), "timestamp", until), UnlinkLogs, RemoveLogs);
        if (options.Activity is { } activity)
        {
            yield return new("activity", activity, Activity, "id", SqlKind.Integer, ActivityExpired);
            yield return new("shares", activity, SystemCollections.Shares, "id", SqlKind.Uuid, (sql, until) => Done(sql, "date_end", until));
        }

        yield return new("sessions", TimeSpan.Zero, SystemCollections.Sessions, "token", SqlKind.Text, (sql, until) => Done(sql, "expires", until));
    }

    private static void Done(SqlBuilder sql, string column, DateTime until)
    {
        sql.Dialect.AppendInstant(sql, "t", column);
        sql.Append(" < ").Value(until, SqlKind.Timestamp);
    }

    private static void RevisionExpired(SqlBuilder sql, DateTime until)
    {
        sql.Append($"exists (select 1 from {Activity} a where a.id = t.activity and a.action <> 'run' and ");
        sql.Dialect.AppendInstant(sql, "a", "timestamp");
        sql.Append(" < ").Value(until, SqlKind.Timestamp).Append(')');
    }

    private static void ActivityExpired(SqlBuilder sql, DateTime until) =>
        Done(sql.Append($"t.action <> 'run' and not exists (select 1 from {Revisions} r where r.activity = t.id) and "), "timestamp", until);

    // Revisions that are kept lose what came before them.
    private static void UnlinkParents(SqlBuilder sql, object?[] keys) =>
        In(sql.Append($"update {Revisions} set parent = null where "), "parent", keys);

    private static void UnlinkLogs(SqlBuilder sql, object?[] keys)
    {
        sql.Append($"update {Revisions} set parent = null where parent in (select id from {Revisions} where ");
        In(sql, "activity", keys);
        sql.Append(')');
    }

    private static void RemoveLogs(SqlBuilder sql, object?[] keys) => In(sql.Append($"delete from {Revisions} where "), "activity", keys);

    private static void In(SqlBuilder sql, string column, object?[] keys) =>
        sql.Dialect.AppendIn(sql, left => left.Name(column), keys, SqlKind.Integer);
}
