using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Files;
using Directus.Grpc.Server.Files.Uploads;
using Microsoft.AspNetCore.StaticFiles;

namespace Directus.Grpc.Server.Edges.LegacyV11.Files;

/// <summary>The content that a call holds in `data`: base64, or a data: URI.</summary>
internal static class GivenContent
{
    public const string Data = "data";

    private const string Scheme = "data:";
    private const string Encoding = ";base64,";

    private static readonly FileExtensionContentTypeProvider Extensions = new();

    // By what contents of these types begin with.
    private static readonly (byte[] Start, string Type)[] Beginnings =
    [
        ([0xff, 0xd8, 0xff], "image/jpeg"), ([0x89, (byte)'P', (byte)'N', (byte)'G'], "image/png"), ("GIF8"u8.ToArray(), "image/gif"),
        ("%PDF-"u8.ToArray(), "application/pdf"), ("II*\0"u8.ToArray(), "image/tiff"), ("MM\0*"u8.ToArray(), "image/tiff"),
    ];

    /// <summary>The file; null when the call brings no content.</summary>
    /// <param name="given">The call's fields.</param>
    /// <param name="fields">What is written of them.</param>
    public static IncomingFile? Of(JsonElement given, JsonObject fields)
    {
        if (!given.TryGetProperty(Data, out var data) || data.ValueKind == JsonValueKind.Null) return null;
        var text = data.ValueKind == JsonValueKind.String ? data.GetString()! : throw LegacyErrors.Refused("The content has to be a text in base64");
        var (declared, encoded) = Split(text);
        var content = Decode(encoded);
        var name = Text(given, "name");
        var type = TypeOf(content) ?? declared ?? Text(given, "type") ?? ByName(name) ?? MediaTypes.Any;
        name ??= (Text(given, "title") ?? "file") + MediaTypes.Extension(type);
        return new IncomingFile(fields, name, MediaTypes.Plain(type), new MemoryStream(content, writable: false));
    }

    private static (string? Type, string Encoded) Split(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return (null, text);
        var at = text.IndexOf(Encoding, StringComparison.OrdinalIgnoreCase);
        if (at < 0) throw LegacyErrors.Refused("The content has to be in base64");
        return (at == Scheme.Length ? null : text[Scheme.Length..at], text[(at + Encoding.Length)..]);
    }

    private static byte[] Decode(string text)
    {
        // A form that forgot to encode it has blanks for its plus signs.
        text = text.Trim().Replace(' ', '+');
        var content = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length) + 3];
        return Convert.TryFromBase64String(text, content, out var length)
            ? content[..length]
            : throw LegacyErrors.Refused("The content is no valid base64");
    }

    private static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach (var (start, type) in Beginnings)
            if (content.StartsWith(start)) return type;
        return content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8) ? "image/webp" : null;
    }

    private static string? ByName(string? name) => name is not null && Extensions.TryGetContentType(name, out var type) ? type : null;

    private static string? Text(JsonElement given, string name) =>
        given.TryGetProperty(name, out var value) && LegacyParameters.TextOf(value) is { Length: > 0 } text ? text : null;
}
