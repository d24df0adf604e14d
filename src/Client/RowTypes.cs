using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Directus.Grpc.Client;

internal static class RowTypes
{
    public static JsonTypeInfo<T> RowType<T>(this JsonSerializerOptions options) =>
        typeof(T) == typeof(JsonObject)
            ? (JsonTypeInfo<T>)(object)DirectusJson.Object
            : (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
