using System.Text.Json;

namespace Directus.Grpc.Server.Auth.Sso;

/// <summary>A variable that holds a JSON object of texts, with or without Directus' `json:` before it.</summary>
internal static class JsonSetting
{
    private const string Prefix = "json:";

    /// <summary>The entries in their order; none of a variable that is not set.</summary>
    public static IReadOnlyList<(string Name, string Value)> Read(string? text) => TryRead(text, out var entries) ? entries : [];

    public static bool TryRead(string? text, out IReadOnlyList<(string Name, string Value)> entries)
    {
        entries = [];
        if (text is null) return true;
        try
        {
            using var json = JsonDocument.Parse(text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return false;
            entries = [.. json.RootElement.EnumerateObject().Select(entry => (entry.Name, entry.Value.ToString()))];
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
