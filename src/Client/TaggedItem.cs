namespace Directus.Grpc.Client;

/// <summary>An item with the tag of what was read of it, for an update or deletion that must not overwrite the changes of
/// others.</summary>
/// <param name="Item">The item.</param>
/// <param name="Tag">Its tag; empty when nothing of the item itself was read.</param>
public sealed record TaggedItem<T>(T Item, string Tag);
