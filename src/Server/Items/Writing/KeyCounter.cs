using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Writing;

/// <summary>The counter that gives items their keys, where the database keeps one. Keys that are written past it have to move
/// it, or an item would get a key that is taken.</summary>
internal static class KeyCounter
{
    /// <summary>Whether the row names a key that the counter would give.</summary>
    public static bool IsPassed(WriteRow row) => row.Collection.PrimaryKey.Column!.AutoIncrement && row.Has(row.Collection.PrimaryKey);

    /// <summary>Moves the counter of the collection to its highest key, in the transaction that wrote it.</summary>
    public static async Task AdvanceAsync(DbSession session, Collection collection, CancellationToken cancellation)
    {
        if (session.Dialect.AdvanceCounter(collection.Name, collection.PrimaryKey.Name) is { } statement)
            await session.ScalarAsync(statement, cancellation);
    }
}
