using System.Collections.Immutable;

namespace Directus.Grpc.Server.Items;

/// <summary>What has to be true of an item before it is written: that it is there, or that it still has one of the tags.</summary>
/// <param name="Tags">The tags, as they were answered; null when it is enough that the item is there.</param>
public sealed record ItemCondition(ImmutableArray<string>? Tags);
