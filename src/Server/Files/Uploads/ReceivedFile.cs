using System.Text.Json.Nodes;
using Directus.Grpc.Server.Files.Storage;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>A file whose content is in its storage, and whose row is still to be written.</summary>
/// <param name="Content">Where the content is.</param>
/// <param name="Item">What is written of it in the name of the caller, who has to be allowed each of these fields.</param>
/// <param name="Facts">What the server itself knows about the content.</param>
/// <param name="Hints">What the content says about itself, for fields that nobody set.</param>
internal sealed record ReceivedFile(StoredContent Content, JsonObject Item, JsonObject Facts, JsonObject Hints)
{
    /// <summary>Whether a row tells of the content, and it stays.</summary>
    public bool IsKept { get; set; }
}
