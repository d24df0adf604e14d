using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Directus.Grpc.Client;

/// <summary>JSON settings that fit Directus' rows.</summary>
public static class DirectusJson
{
    /// <summary>Fields in snake_case; numbers also from strings, because bigInteger and decimal travel as strings.</summary>
    public static JsonSerializerOptions Default { get; } = Create();

    // What a row without a type becomes; built by hand, so it needs no reflection.
    internal static JsonTypeInfo<JsonObject> Object { get; } =
        JsonMetadataServices.CreateValueInfo<JsonObject>(Default, JsonMetadataServices.JsonObjectConverter);

    internal static JsonTypeInfo<JsonNode?> Node { get; } =
        JsonMetadataServices.CreateValueInfo<JsonNode?>(Default, JsonMetadataServices.JsonNodeConverter);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            TypeInfoResolver = Resolver(),
        };
        options.MakeReadOnly();
        return options;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only where reflection is there.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only where reflection is there.")]
    private static IJsonTypeInfoResolver Resolver() =>
        JsonSerializer.IsReflectionEnabledByDefault ? new DefaultJsonTypeInfoResolver() : JsonTypeInfoResolver.Combine();
}
