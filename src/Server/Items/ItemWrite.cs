using System.Text.Json;
using Directus.Grpc.Server.Items.Writing;
using Directus.Grpc.Server.Query.Model;

namespace Directus.Grpc.Server.Items;

/// <summary>What is to be written, all of it or nothing.</summary>
public abstract record ItemWrite(string Collection)
{
    /// <summary>What has to be true of the item before; only for writes that name one item.</summary>
    public ItemCondition? Condition { get; init; }

    /// <summary>What else has to be true before, which its writer finds out in the transaction; only for updates by keys.</summary>
    internal IWriteGuard? Guard { get; init; }

    public sealed record Create(string Collection, IReadOnlyList<JsonElement> Items) : ItemWrite(Collection);

    /// <summary>Gives the same values to all of these items.</summary>
    public sealed record Update(string Collection, IReadOnlyList<JsonElement> Keys, JsonElement Data) : ItemWrite(Collection);

    /// <summary>Gives the same values to all items that match.</summary>
    public sealed record UpdateMatching(string Collection, ItemQuery Query, JsonElement Data) : ItemWrite(Collection);

    /// <summary>Updates items that hold each its own primary key.</summary>
    public sealed record UpdateEach(string Collection, IReadOnlyList<JsonElement> Items) : ItemWrite(Collection);

    /// <summary>Updates the one item of a singleton, which the first update creates.</summary>
    public sealed record UpdateSingleton(string Collection, JsonElement Data) : ItemWrite(Collection);

    /// <summary>Creates items, and gives the same values to others of the collection.</summary>
    public sealed record Save(string Collection, IReadOnlyList<JsonElement> Items, IReadOnlyList<JsonElement> Keys,
        JsonElement Data) : ItemWrite(Collection);

    public sealed record Delete(string Collection, IReadOnlyList<JsonElement> Keys) : ItemWrite(Collection);

    public sealed record DeleteMatching(string Collection, ItemQuery Query) : ItemWrite(Collection);
}
