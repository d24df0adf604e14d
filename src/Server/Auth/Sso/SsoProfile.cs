using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>What a provider says about a user.</summary>
internal sealed class SsoProfile(JsonObject claims)
{
    /// <summary>A text or number by its key, or by its path (`data.username`); null when there is none.</summary>
    public string? Text(string? key) => key is not null && Find(key) is JsonValue value && TextOf(value) is { Length: > 0 } text ? text : null;

    /// <summary>A list of texts, or the one text that stands in its place.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        JsonArray list => [.. list.OfType<JsonValue>().Select(TextOf).OfType<string>()],
        JsonValue value when TextOf(value) is { } text => [text],
        _ => [],
    };

    // Some providers write truth as a text.
    public bool IsTrue(string key) => claims[key] is JsonValue value && (value.GetValueKind() == JsonValueKind.True || TextOf(value) == "true");

    private static string? TextOf(JsonValue value)
    {
        if (value.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number)) return null;
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            return null; // halves of characters, which no text has
        }
    }

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
