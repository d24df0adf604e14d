using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>What is known about a picture.</summary>
/// <param name="Width">In pixels, as it is shown.</param>
/// <param name="Height">In pixels, as it is shown.</param>
/// <param name="Metadata">What it tells about itself, by group.</param>
/// <param name="Hints">Values for fields of the file: description, title and tags of IPTC.</param>
internal sealed record Picture(int Width, int Height, JsonObject Metadata, JsonObject Hints);
