using System.Text.Json;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>One line of a case file.</summary>
internal sealed record Step(string File, int Line, JsonElement Json)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    public string Label => Text("step") ?? Text("method") ?? "";

    public string Request => $"{Text("method")} {Text("path")}";

    /// <summary>A cleanup step is played, but says nothing about the server.</summary>
    public bool IsCleanup => Json.TryGetProperty("cleanup", out var cleanup) && cleanup.ValueKind == JsonValueKind.True;

    public bool IsUnordered => Json.TryGetProperty("unordered", out var unordered) && unordered.ValueKind == JsonValueKind.True;

    public static IReadOnlyList<Step> Read(string path) =>
        [.. Lines(path).Select(line => new Step(Path.GetFileNameWithoutExtension(path), line.Number, Parse(line.Text)))];

    public static JsonElement Parse(string text) => JsonDocument.Parse(text, Deep).RootElement;

    public static JsonElement Parse(ReadOnlyMemory<byte> text) => JsonDocument.Parse(text, Deep).RootElement;

    public string? Text(string name) => Member(name)?.GetString();

    /// <summary>A member that is there and not null.</summary>
    public JsonElement? Member(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static IEnumerable<(int Number, string Text)> Lines(string path) =>
        System.IO.File.ReadLines(path).Select((text, index) => (index + 1, text)).Where(line => !string.IsNullOrWhiteSpace(line.text));
}
