namespace Directus.Grpc.Server.Items;

/// <summary>What a read tells beside the items.</summary>
/// <param name="Counts">The counts that `meta` asked for.</param>
/// <param name="Tag">The tag of a single item; null for a list, and when the answer has no column of its own.</param>
public readonly record struct ItemsMeta(ItemCounts Counts, string? Tag);
