using System.Globalization;
using System.Text.Json;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Schema.Editing;

/// <summary>Reads parts of a body, refusing what is of another kind.</summary>
internal static class JsonInput
{
    public static void RequireObject(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw SchemaRefusals.MustBe("value", "of type object");
    }

    public static void AllowOnly(JsonElement body, params ReadOnlySpan<string> keys)
    {
        foreach (var property in body.EnumerateObject())
        {
            if (!keys.Contains(property.Name)) throw DirectusException.InvalidPayload($"\"{property.Name}\" is not allowed");
        }
    }

    /// <summary>The object under a key; null when it is absent or null.</summary>
    public static JsonElement? Object(JsonElement body, string key)
    {
        if (!body.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Object ? value : throw SchemaRefusals.MustBe(key, "of type object");
    }

    public static string? Text(JsonElement body, string key, string path)
    {
        if (!body.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw SchemaRefusals.MustBe(path, "a string");
    }

    public static bool? Flag(JsonElement body, string key, string path)
    {
        if (!body.TryGetProperty(key, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            _ => throw SchemaRefusals.MustBe(path, "a boolean"),
        };
    }

    public static int? Number(JsonElement body, string key, string path, int least, int most)
    {
        if (!body.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw SchemaRefusals.MustBe(path, $"an integer between {least} and {most}");
    }
}
