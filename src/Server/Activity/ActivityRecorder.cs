using System.Globalization;
using System.Text;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Activity;

/// <summary>Writes directus_activity, and directus_revisions for items that come with their data, as Directus does: in the
/// transaction of the write, many rows in a statement.</summary>
internal sealed class ActivityRecorder(TimeProvider clock) : IItemRecorder
{
    // The most that a row of any of the statements has.
    private const int ParametersOfRow = 8;

    private const string Create = "create";
    private const string SaveOfVersion = "version_save";

    private static readonly string[] ActivityColumns = ["action", "user", "timestamp", "ip", "user_agent", "collection", "item", "origin"];

    private static readonly string[] RevisionColumns = ["activity", "collection", "item", "data", "delta"];

    public async Task RecordAsync(Caller caller, DbSession session, IReadOnlyList<ItemRecord> records, CancellationToken cancellation)
    {
        if (records is [{ Revision: { } revision, Parent: null } single] && session.Dialect.WritesInWith)
        {
            await RecordOneAsync(caller.Principal, session, single, revision, cancellation);
            return;
        }

        var revisions = new Dictionary<ItemRecord, int>();
        foreach (var batch in records.Chunk(RowsOf(session)))
        {
            var ids = await InsertActivityAsync(caller.Principal, session, batch, cancellation);
            var revised = batch.Zip(ids).Where(pair => pair.First.Revision is not null).ToArray();
            if (revised.Length == 0) continue;
            var drawn = await InsertRevisionsAsync(session, revised, cancellation);
            for (var i = 0; i < revised.Length; i++) revisions[revised[i].First] = drawn[i];
        }

        await LinkAsync(session, revisions, cancellation);
    }

    public void AppendCreation(SqlBuilder sql, Caller caller, string created, Collection collection, ItemRevision? revision)
    {
        void Key(SqlBuilder inner) => inner.Dialect.AppendAsText(inner, key => key.Name(created, collection.PrimaryKey.Name));

        sql.Append(", ").Name("activity").Append(" as (");
        AppendInsertActivity(sql).Append("select ");
        AppendActivity(sql, caller.Principal, Create, collection, Key);
        sql.Append(" from ").Name(created).Append(" returning ").Name("id").Append(", ").Name("item").Append(')');
        if (revision is null) return;
        sql.Append(", ").Name("revision").Append(" as (");
        AppendInsertRevisions(sql).Append("select ").Name("activity", "id").Append(", ");
        AppendRevision(sql, collection, inner => inner.Name("activity", "item"), revision);
        sql.Append(" from ").Name("activity").Append(')');
    }

    public async Task RecordSaveAsync(Caller caller, DbSession session, Collection collection, string key, Guid version, string change,
        CancellationToken cancellation)
    {
        if (collection.Accountability is null) return;
        var sql = AppendInsertActivity(new SqlBuilder(session.Dialect)).Append("values (");
        AppendActivity(sql, caller.Principal, SaveOfVersion, collection, inner => inner.Value(key, SqlKind.Text));
        var activity = (await IdsAsync(session, sql.Append(") returning ").Name("id"), cancellation))[0];
        if (collection.Accountability != Collection.AccountsForAll) return;
        var revision = AppendInsert(new SqlBuilder(session.Dialect), SystemCollections.Revisions, [.. RevisionColumns, "version"])
            .Append("values (").Value(activity, SqlKind.Integer).Append(", ");
        var content = Encoding.UTF8.GetBytes(change);
        AppendRevision(revision, collection, inner => inner.Value(key, SqlKind.Text), new ItemRevision(content, content));
        await session.ExecuteAsync(revision.Append(", ").Value(version, SqlKind.Uuid).Append(')').Build(), cancellation);
    }

    // Most writes are of one item: both rows in one statement.
    private async Task RecordOneAsync(Principal principal, DbSession session, ItemRecord record, ItemRevision revision,
        CancellationToken cancellation)
    {
        var sql = new SqlBuilder(session.Dialect).Append("with a as (");
        AppendActivity(sql, principal, [record]);
        sql.Append(") ");
        AppendInsertRevisions(sql).Append("select a.id, ");
        AppendRevision(sql, record.Collection, key => Key(key, record), revision);
        await session.ExecuteAsync(sql.Append(" from a").Build(), cancellation);
    }

    private async Task<List<int>> InsertActivityAsync(Principal principal, DbSession session, ItemRecord[] records, CancellationToken cancellation)
    {
        var sql = new SqlBuilder(session.Dialect);
        AppendActivity(sql, principal, records);
        return await IdsAsync(session, sql, cancellation);
    }

    private void AppendActivity(SqlBuilder sql, Principal principal, ItemRecord[] records) =>
        AppendInsertActivity(sql).Append("values ").List(records, (inner, record) =>
        {
            inner.Append('(');
            AppendActivity(inner, principal, record.Action.ToString().ToLowerInvariant(), record.Collection, key => Key(key, record));
            inner.Append(')');
        }).Append(" returning ").Name("id");

    private void AppendActivity(SqlBuilder sql, Principal principal, string action, Collection collection, Action<SqlBuilder> key)
    {
        sql.Value(action, SqlKind.Text).Append(", ")
            .Value(principal.User, SqlKind.Uuid).Append(", ")
            .Value(clock.GetUtcNow().UtcDateTime, SqlKind.Timestamp).Append(", ")
            .Value(principal.Ip?.ToString(), SqlKind.Text).Append(", ")
            .Value(principal.UserAgent, SqlKind.Text).Append(", ")
            .Value(collection.Name, SqlKind.Text).Append(", ");
        key(sql);
        sql.Append(", ").Value(principal.Origin, SqlKind.Text);
    }

    private static SqlBuilder AppendInsertActivity(SqlBuilder sql) => AppendInsert(sql, SystemCollections.Activity, ActivityColumns);

    private static SqlBuilder AppendInsertRevisions(SqlBuilder sql) => AppendInsert(sql, SystemCollections.Revisions, RevisionColumns);

    private static SqlBuilder AppendInsert(SqlBuilder sql, string table, string[] columns) => sql.Append("insert into ").Name(table)
        .Append(" (").List(columns, (inner, name) => inner.Name(name)).Append(") ");

    private static async Task<List<int>> InsertRevisionsAsync(DbSession session, (ItemRecord Record, int Activity)[] revised,
        CancellationToken cancellation)
    {
        var sql = AppendInsertRevisions(new SqlBuilder(session.Dialect)).Append("values ").List(revised, (inner, pair) =>
        {
            inner.Append('(').Value(pair.Activity, SqlKind.Integer).Append(", ");
            AppendRevision(inner, pair.Record.Collection, key => Key(key, pair.Record), pair.Record.Revision!);
            inner.Append(')');
        }).Append(" returning ").Name("id");
        return await IdsAsync(session, sql, cancellation);
    }

    private static void AppendRevision(SqlBuilder sql, Collection collection, Action<SqlBuilder> key, ItemRevision revision)
    {
        sql.Value(collection.Name, SqlKind.Text).Append(", ");
        key(sql);
        sql.Append(", ").Value(Text(revision.Data), SqlKind.Json).Append(", ").Value(Text(revision.Delta), SqlKind.Json);
    }

    // The change of an outer item is told after those of the inner ones, so they learn only then what they belong to.
    private static async Task LinkAsync(DbSession session, Dictionary<ItemRecord, int> revisions, CancellationToken cancellation)
    {
        var links = revisions.Where(entry => entry.Key.Parent is { } parent && revisions.ContainsKey(parent));
        foreach (var batch in links.Chunk(RowsOf(session)))
        {
            var sql = new SqlBuilder(session.Dialect).Append("update ").Name(SystemCollections.Revisions).Append(" set ").Name("parent")
                .Append(" = links.column2 from (values ").List(batch, (inner, entry) => inner.Append('(')
                    .Value(entry.Value, SqlKind.Integer).Append(", ").Value(revisions[entry.Key.Parent!], SqlKind.Integer).Append(')'))
                .Append(") as links where ").Name(SystemCollections.Revisions, "id").Append(" = links.column1");
            await session.ExecuteAsync(sql.Build(), cancellation);
        }
    }

    private static int RowsOf(DbSession session) => session.Dialect.BatchParameters / ParametersOfRow;

    // Ids are drawn in the order of the rows.
    private static async Task<List<int>> IdsAsync(DbSession session, SqlBuilder sql, CancellationToken cancellation)
    {
        var ids = await session.QueryAsync(sql.Build(), reader => reader.GetInt32(0), cancellation);
        ids.Sort();
        return ids;
    }

    private static string? Text(byte[]? json) => json is null ? null : Encoding.UTF8.GetString(json);

    private static void Key(SqlBuilder sql, ItemRecord record) =>
        sql.Value(KeyText.Of(record.Key), SqlKind.Text);
}
