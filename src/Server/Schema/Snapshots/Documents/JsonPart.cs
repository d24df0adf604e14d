using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Schema.Editing;

namespace Directus.Grpc.Server.Schema.Snapshots.Documents;

/// <summary>Reads parts of documents that were sent, saying of what is wrong where it stands.</summary>
internal static class JsonPart
{
    public static JsonElement Required(JsonElement parent, string key, string path) =>
        parent.TryGetProperty(key, out var value) ? value : throw SchemaRefusals.Required(path);

    public static string Text(JsonElement parent, string key, string path)
    {
        var value = Required(parent, key, path);
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw SchemaRefusals.MustBe(path, "a string");
    }

    /// <summary>The entries of a list of objects, with their paths; none when it is absent and need not be there.</summary>
    public static IEnumerable<(JsonElement Entry, string Path)> List(JsonElement parent, string key, string path, bool required)
    {
        if (!parent.TryGetProperty(key, out var list)) return required ? throw SchemaRefusals.Required(path) : [];
        if (list.ValueKind != JsonValueKind.Array) throw SchemaRefusals.MustBe(path, "an array");
        return list.EnumerateArray().Select((entry, index) => (entry, $"{path}[{index}]"));
    }

    public static void AllowOnly(JsonElement part, string path, params ReadOnlySpan<string> keys)
    {
        if (part.ValueKind != JsonValueKind.Object) throw SchemaRefusals.MustBe(path, "of type object");
        foreach (var property in part.EnumerateObject())
        {
            if (!keys.Contains(property.Name)) throw DirectusException.InvalidPayload($"\"{path}.{property.Name}\" is not allowed");
        }
    }

    public static void RequireObject(JsonElement part, string key, string path, bool nullable)
    {
        if (!part.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Object) return;
        if (!nullable || value.ValueKind != JsonValueKind.Null) throw SchemaRefusals.MustBe($"{path}.{key}", "of type object");
    }
}
