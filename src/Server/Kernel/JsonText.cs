using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Directus.Grpc.Server.Kernel;

/// <summary>Reads JSON that strangers wrote. What it returns can be used without further care: every string is valid
/// UTF-8 without lone surrogates and NUL, no object names a property twice, nothing is nested past the bound.</summary>
public static class JsonText
{
    /// <summary>Enough for a hundred nested `_and`, small enough for recursive code.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The JSON value, which owns its memory. Throws JsonException, which tells where and why.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8)) throw new JsonException("The text is not valid UTF-8");
        var value = JsonElement.Parse(utf8, Options);
        if (utf8.IndexOf("\\u"u8) >= 0) CheckEscapes(utf8);
        return value;
    }

    public static JsonElement Parse(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Parse(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    /// <summary>Whether a stored text is JSON.</summary>
    public static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A JSON string.</summary>
    public static JsonElement String(string value) =>
        JsonElement.Parse($"\"{JsonEncodedText.Encode(value)}\"");

    // A lone surrogate would throw wherever the string is first read; a NUL no database takes.
    private static void CheckEscapes(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                if (reader.GetString()!.Contains('\0')) throw new JsonException("Strings cannot hold the character NUL");
            }
            catch (InvalidOperationException cause)
            {
                throw new JsonException("A string holds half of a surrogate pair", cause);
            }
        }
    }
}
