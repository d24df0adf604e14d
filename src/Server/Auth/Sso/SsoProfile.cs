using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>What a provider says about a user.</summary>
internal sealed class SsoProfile(JsonObject claims)
{
    /// <summary>A text or number by its key, or by its path (`data.username`); null when there is none.</summary>
    public string? Text(string? key) => key is null ? null : Find(key) switch
    {
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number => value.ToString() is { Length: > 0 } text ? text : null,
        _ => null,
    };

    /// <summary>A list of texts, or the one text that stands in its place.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        JsonArray list => [.. list.OfType<JsonValue>().Where(value => value.GetValueKind() == JsonValueKind.String).Select(value => value.GetValue<string>())],
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    // Some providers write truth as a text.
    public bool IsTrue(string key) => claims[key] is JsonValue value &&
        (value.GetValueKind() == JsonValueKind.True || (value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == "true"));

    private JsonNode? Find(string key)
    {
        if (claims[key] is { } direct) return direct;
        JsonNode? node = claims;
        foreach (var step in key.Split('.')) node = node switch
        {
            JsonObject inner => inner[step],
            JsonArray list when int.TryParse(step, out var index) && index >= 0 && index < list.Count => list[index],
            _ => null,
        };
        return node;
    }
}
