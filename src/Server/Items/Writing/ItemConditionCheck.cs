using System.Collections.Immutable;
using System.Globalization;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Items.Rows;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>Compares an item with the condition of its write, in the transaction of the write: the row is locked, so that
/// of two writes with the same tag the second meets what the first has made of it. Reads with the caller's rights to
/// read, as the tag was made.</summary>
internal sealed class ItemConditionCheck(PlanContext context, Caller caller, Collection collection, object key, ItemCondition condition)
    : IWriteGuard
{
    /// <summary>FORBIDDEN for an item that is absent or not readable (of a singleton, which then shows its defaults,
    /// PRECONDITION_FAILED), and PRECONDITION_FAILED for one that has none of the tags.</summary>
    public async Task RequireAsync(DbSession session, CancellationToken cancellation)
    {
        caller.Require(collection.Name, AccessAction.Read);
        if (session.Dialect.RowLock is not null) await session.ScalarAsync(WriteCompiler.Lock(session.Dialect, collection, key), cancellation);
        var source = QueryPlanner.PlanRows(context, AccessAction.Read, collection, [], ItemQuery.Default, [key]);
        if (await RowCount.OfAsync(session, source, cancellation) == 0) throw collection.Singleton ? Failed() : DirectusException.Forbidden();
        if (condition.Tags is not { } tags) return;
        var readable = OwnColumns.Readable(collection, context.Access);
        foreach (var tag in tags)
            if (ItemTag.TryReadColumns(tag, readable, out var columns) && await TagAsync(session, columns, cancellation) == tag) return;
        throw Failed();
    }

    public static DirectusException Failed() => new(ErrorCodes.PreconditionFailed);

    private async Task<string?> TagAsync(DbSession session, List<Field> columns, CancellationToken cancellation)
    {
        var query = new ItemQuery { Fields = [.. columns.Select(column => new FieldSelection(new FieldPath(column.Name), []))], Limit = -1 };
        var root = QueryPlanner.Plan(context, collection, query, [key]).Root! with { Order = [], Limit = null };
        using var unused = new MemorySink();
        return (await new SingleItem(session, root, context.Access).WriteAsync(unused, cancellation)).Tag;
    }
}
