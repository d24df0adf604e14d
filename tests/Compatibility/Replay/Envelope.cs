using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>Of an error only the code and its extension fields are compared: sentences are each server's own.</summary>
internal static class Envelope
{
    public static JsonElement WithoutProse(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("errors", out var errors)
            || errors.ValueKind != JsonValueKind.Array) return body;

        var kept = errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object).Select(Extensions);
        return JsonSerializer.SerializeToElement(new JsonObject { ["errors"] = new JsonArray([.. kept]) });
    }

    private static JsonNode Extensions(JsonElement error)
    {
        var kept = new JsonObject();
        if (error.TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object)
            foreach (var member in extensions.EnumerateObject().Where(member => member.Name is not ("reason" or "stack")))
                kept[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        return kept;
    }
}
