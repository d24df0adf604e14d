using System.Text.Json.Nodes;
using Directus.Grpc.Server.Access;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.History.Versions;

/// <summary>A save of changes to a version, which its rules carry out within the write of the version.</summary>
/// <param name="Version">Primary key of the version.</param>
/// <param name="Collection">Collection of the item.</param>
/// <param name="Change">The changes.</param>
/// <param name="Told">The changes as they are told in the account, as JSON.</param>
/// <param name="Author">Who saves, and when.</param>
internal sealed record VersionSave(Guid Version, Collection Collection, JsonObject Change, string Told, Authorship Author)
{
    /// <summary>What the version holds after it.</summary>
    public JsonObject? Merged { get; set; }
}
