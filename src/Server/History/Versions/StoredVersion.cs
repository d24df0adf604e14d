using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>A version as its reader may read it.</summary>
/// <param name="Id">Primary key.</param>
/// <param name="Collection">Collection of the item.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Hash">Hash of the item that it was made of.</param>
/// <param name="Delta">What it holds; null when nothing was saved to it.</param>
internal sealed record StoredVersion(Guid Id, string Collection, string Item, string? Hash, JsonObject? Delta);
