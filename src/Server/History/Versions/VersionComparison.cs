using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>A version beside its item.</summary>
/// <param name="Outdated">Whether the item is not as it was when the version was made.</param>
/// <param name="MainHash">The hash of the item, which a promotion has to name.</param>
/// <param name="Current">The changes that the version holds, with the key of the item.</param>
/// <param name="Main">The item.</param>
internal sealed record VersionComparison(bool Outdated, string MainHash, JsonObject Current, JsonElement Main);
