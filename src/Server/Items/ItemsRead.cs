namespace Directus.Grpc.Server.Items;

/// <summary>What a read tells beside the items.</summary>
/// <param name="Counts">The counts that `meta` asked for.</param>
/// <param name="Tag">The tag of a singleton's item; null for a list.</param>
public readonly record struct ItemsRead(ItemCounts Counts, string? Tag);
