using System.Text.Json.Serialization;

namespace Directus.Grpc.Client.Tests;

internal sealed record Book(int? Id, string? AuthorName, decimal? Price);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Book))]
internal sealed partial class BookJson : JsonSerializerContext;
