using System.Collections.Immutable;
using System.Text.Json;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>One operation on a picture, as requests spell it: `["blur", 2]`.</summary>
internal sealed record PictureStep(string Name, ImmutableArray<JsonElement> Arguments);
