using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.SystemTables.Rows;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;
using LinqToDB;
using LinqToDB.Async;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>Lets a version be promoted that holds what was read of it, into the item that its promoter has seen. Of two promotions at
/// once, the second waits here and meets the item of the first.</summary>
internal sealed class PromotionGuard(Caller caller, MainItems items, StoredVersion version, Collection collection, object key, string hash)
    : IWriteGuard
{
    public async Task RequireAsync(DbSession session, CancellationToken cancellation)
    {
        if (session.Dialect.RowLock is not null) await session.ScalarAsync(WriteCompiler.Lock(session.Dialect, collection, key), cancellation);
        if ((await items.ReadAsync(caller, session, collection, key, cancellation)).Hash != hash)
            throw new DirectusException(ErrorCodes.UnprocessableContent, "Main item has changed since this version was last updated");
        var row = await session.Table<VersionRow>().FirstOrDefaultAsync(stored => stored.Id == version.Id, cancellation);
        var delta = row?.Delta is null ? null : JsonNode.Parse(row.Delta);
        if (row is null || !JsonNode.DeepEquals(delta, version.Delta))
            throw new DirectusException(ErrorCodes.UnprocessableContent, "The version has changed meanwhile");
    }
}
