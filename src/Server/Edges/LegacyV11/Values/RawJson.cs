using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Values;

/// <summary>Looks at values as they are written in JSON.</summary>
internal static class RawJson
{
    public static bool IsNull(ReadOnlySpan<byte> value) => value.IsEmpty || value[0] == (byte)'n';

    public static bool IsText(ReadOnlySpan<byte> value) => value[0] == (byte)'"';

    /// <summary>What stands between the quotes of a text that has nothing to escape.</summary>
    public static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> text) => text[1..^1];

    /// <summary>A text as such, whatever is escaped in it.</summary>
    public static string Text(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        reader.Read();
        return reader.GetString() ?? "";
    }

    public static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> value) => json.WriteRawValue(value, skipInputValidation: true);
}
