using System.Globalization;
using System.Text;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Activity;

/// <summary>Writes directus_activity, and directus_revisions for items that come with their data, as Directus does: in the
/// transaction of the write, many rows in a statement.</summary>
internal sealed class ActivityRecorder(TimeProvider clock) : IItemRecorder
{
    private const int MaxRows = 1000;

    public async Task RecordAsync(Caller caller, DbSession session, Collection collection, AccessAction action,
        IReadOnlyList<RecordedItem> items, CancellationToken cancellation)
    {
        foreach (var batch in items.Chunk(MaxRows))
        {
            var ids = await InsertActivityAsync(caller.Principal, session, collection, action, batch, cancellation);
            if (batch[0].Data is not null) await InsertRevisionsAsync(session, collection, batch, ids, cancellation);
        }
    }

    private async Task<List<int>> InsertActivityAsync(Principal principal, DbSession session, Collection collection, AccessAction action,
        RecordedItem[] items, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var sql = new SqlBuilder(session.Dialect).Append("insert into ").Name("directus_activity").Append(" (")
            .List(["action", "user", "timestamp", "ip", "user_agent", "collection", "item", "origin"], (inner, name) => inner.Name(name))
            .Append(") values ").List(items, (inner, item) => inner.Append('(')
                .Value(action.ToString().ToLowerInvariant(), SqlKind.Text).Append(", ")
                .Value(principal.User, SqlKind.Uuid).Append(", ")
                .Value(now, SqlKind.Timestamp).Append(", ")
                .Value(principal.Ip?.ToString(), SqlKind.Text).Append(", ")
                .Value(principal.UserAgent, SqlKind.Text).Append(", ")
                .Value(collection.Name, SqlKind.Text).Append(", ")
                .Value(KeyText(item.Key), SqlKind.Text).Append(", ")
                .Value(principal.Origin, SqlKind.Text).Append(')'))
            .Append(" returning ").Name("id");
        var ids = await session.QueryAsync(sql.Build(), reader => reader.GetInt32(0), cancellation);
        // The ids are drawn in the order of the rows.
        ids.Sort();
        return ids;
    }

    private static async Task InsertRevisionsAsync(DbSession session, Collection collection, RecordedItem[] items, List<int> activity,
        CancellationToken cancellation)
    {
        var sql = new SqlBuilder(session.Dialect).Append("insert into ").Name("directus_revisions").Append(" (")
            .List(["activity", "collection", "item", "data", "delta"], (inner, name) => inner.Name(name))
            .Append(") values ").List(items.Zip(activity), (inner, pair) => inner.Append('(')
                .Value(pair.Second, SqlKind.Integer).Append(", ")
                .Value(collection.Name, SqlKind.Text).Append(", ")
                .Value(KeyText(pair.First.Key), SqlKind.Text).Append(", ")
                .Value(Encoding.UTF8.GetString(pair.First.Data!), SqlKind.Json).Append(", ")
                .Value(Encoding.UTF8.GetString(pair.First.Delta!), SqlKind.Json).Append(')'));
        await session.ExecuteAsync(sql.Build(), cancellation);
    }

    private static string KeyText(object key) => Convert.ToString(key, CultureInfo.InvariantCulture)!;
}
