using System.Globalization;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Data.SystemTables;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Model;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Sorting;

/// <summary>Moves an item within the order that its collection keeps by hand. Those between its old place and the new one move by one,
/// in one statement however many they are.</summary>
internal sealed class ItemSorter(Database database, ItemRights rights, ItemChanges changes)
{
    /// <param name="caller">Who may update the two items, and the field that keeps the order.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="item">Key of the item that moves.</param>
    /// <param name="to">Key of the item whose place it takes.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task MoveAsync(Caller caller, string collection, string item, string to, CancellationToken cancellation)
    {
        var (target, order) = Require(caller, collection);
        foreach (var key in (string[])[item, to])
            if (!await rights.MayAsync(caller, AccessAction.Update, collection, key, [order.Name], cancellation))
                throw DirectusException.NotPermitted("update", collection);
        var keys = (Moved: ItemKeys.Parse(target, JsonText.String(item)), Place: ItemKeys.Parse(target, JsonText.String(to)));
        await database.TransactAsync(async session =>
        {
            await session.ExecuteAsync(Number(session.Dialect, target, order), cancellation);
            var (from, place) = (await PlaceAsync(session, target, order, keys.Moved, cancellation),
                await PlaceAsync(session, target, order, keys.Place, cancellation));
            if (from != place) await session.ExecuteAsync(Shift(session.Dialect, target, order, keys.Moved, from, place), cancellation);
        }, cancellation);
        changes.Raise(new ItemChanged(collection, AccessAction.Update, [keys.Moved]));
    }

    private static (Collection Collection, Field Order) Require(Caller caller, string name)
    {
        Caller.RequireUse(name, ItemUses.Update);
        var known = caller.Schema.TryGetCollection(name, out var collection);
        if (!known && caller.Principal.Admin) throw DirectusException.Forbidden(name);
        if (!known || !caller.Access.Allows(name, AccessAction.Update)) throw DirectusException.NotPermitted("update", name);
        if (collection!.SortField is not { } field || !collection.TryGetField(field, out var order) || order.IsAlias)
            throw DirectusException.InvalidPayload($"Collection \"{name}\" has no field for a manual order");
        return caller.Access.Allows(name, AccessAction.Update, field) ? (collection, order) : throw DirectusException.NotPermitted("update", name);
    }

    // Those that never had a place come last, in the order of their keys.
    private static SqlStatement Number(Dialect dialect, Collection collection, Field order)
    {
        var key = collection.PrimaryKey.Name;
        return new SqlBuilder(dialect).Append("update ").Name(collection.Name).Append(" set ").Name(order.Name)
            .Append(" = numbered.place from (select ")
            .Name(key).Append(" as own, row_number() over (order by ").Name(key).Append(") + coalesce((select max(").Name(order.Name)
                .Append(") from ")
            .Name(collection.Name).Append("), 0) as place from ").Name(collection.Name).Append(" where ").Name(order.Name)
                .Append(" is null) numbered where ")
            .Name(collection.Name).Append(".").Name(key).Append(" = numbered.own").Build();
    }

    private static async Task<long> PlaceAsync(DbSession session, Collection collection, Field order, object key, CancellationToken cancellation)
    {
        var sql = new SqlBuilder(session.Dialect).Append("select ").Name(order.Name).Append(" from ").Name(collection.Name).Append(" where ")
            .Name(collection.PrimaryKey.Name).Append(" = ").Value(key, collection.PrimaryKey.Kind).Build();
        return await session.ScalarAsync(sql, cancellation) is { } place and not DBNull
            ? Convert.ToInt64(place, CultureInfo.InvariantCulture)
            : throw DirectusException.Forbidden();
    }

    private static SqlStatement Shift(Dialect dialect, Collection collection, Field order, object key, long from, long place)
    {
        var (low, high) = from < place ? (from + 1, place) : (place, from - 1);
        return new SqlBuilder(dialect).Append("update ").Name(collection.Name).Append(" set ").Name(order.Name).Append(" = case when ")
            .Name(collection.PrimaryKey.Name).Append(" = ").Value(key, collection.PrimaryKey.Kind).Append(" then ").Value(place, SqlKind.BigInteger)
            .Append(" else ").Name(order.Name).Append(from < place ? " - 1" : " + 1").Append(" end where ")
            .Name(collection.PrimaryKey.Name).Append(" = ").Value(key, collection.PrimaryKey.Kind).Append(" or ").Name(order.Name).Append(" between ")
            .Value(low, SqlKind.BigInteger).Append(" and ").Value(high, SqlKind.BigInteger).Build();
    }
}
