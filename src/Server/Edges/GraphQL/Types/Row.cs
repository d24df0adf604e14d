using System.Text.Json;

namespace Directus.Grpc.Server.Edges.GraphQL.Types;

/// <summary>One answered item, from which the resolvers of its fields take their values.</summary>
/// <param name="Json">An object; of an item of which only the type was asked for, its key.</param>
/// <param name="Collection">Tells the types of a union apart; null elsewhere.</param>
internal sealed record Row(JsonElement Json, string? Collection = null)
{
    // A stored JSON value may be nested as deep as the database lets it.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    public static Row Of(ReadOnlySpan<byte> json) => new(JsonElement.Parse(json, Deep));

    /// <summary>The rows of an array.</summary>
    public static List<Row> ListOf(ReadOnlySpan<byte> json) => ListOf(JsonElement.Parse(json, Deep));

    public static List<Row> ListOf(JsonElement array) => [.. array.EnumerateArray().Select(row => new Row(row))];

    public JsonElement this[string name] => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value) ? value : default;
}
