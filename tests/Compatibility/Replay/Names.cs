using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Compatibility.Replay;

/// <summary>Values that earlier steps saved, to be filled in for <c>{{name}}</c>; <c>{{totp_name}}</c> is the one-time
/// password of a saved secret.</summary>
internal sealed partial class Names
{
    private static readonly JsonWriterOptions Deep = new() { MaxDepth = 1000 };

    private readonly Dictionary<string, JsonElement> values = [];

    public JsonElement this[string name]
    {
        set => values[name] = value;
    }

    public void Set(string name, string value) => values[name] = JsonSerializer.SerializeToElement(value);

    /// <summary>Fills in every string; one that is only {{name}} keeps the type of what was saved.</summary>
    public JsonElement Fill(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Deep)) Write(writer, value);
        return Step.Parse(buffer.WrittenMemory);
    }

    public string Fill(string text)
    {
        text = OneTimePassword().Replace(text, match =>
            values.TryGetValue(match.Groups[1].Value, out var secret) ? Totp.Now(secret.GetString()!) : match.Value);
        return Name().Replace(text, match =>
            values.TryGetValue(match.Groups[1].Value, out var value) ? Printed(value) : match.Value);
    }

    private void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(Fill(member.Name));
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when Whole(value.GetString()!) is { } saved:
                saved.WriteTo(writer);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Fill(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private JsonElement? Whole(string text) =>
        Name().Match(text) is { Success: true } match && match.Length == text.Length
        && values.TryGetValue(match.Groups[1].Value, out var value) ? value : null;

    // The script prints with Python's str().
    private static string Printed(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Null => "None",
        _ => value.GetRawText(),
    };

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\{totp_(\w+)\}\}")]
    private static partial Regex OneTimePassword();
}
