using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Files.Uploads;

/// <summary>A file on its way in.</summary>
/// <param name="Fields">What is said about it.</param>
/// <param name="Name">The name it has where it comes from.</param>
/// <param name="Type">Its media type, without parameters.</param>
/// <param name="Content">Its content, to be read once.</param>
public sealed record IncomingFile(JsonObject Fields, string Name, string Type, Stream Content);
