using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Directus.Grpc.Server.Files;

/// <summary>What is known about media types.</summary>
internal static partial class MediaTypes
{
    public const string Any = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> Extensions = new Dictionary<string, string>
    {
        ["image/jpeg"] = ".jpg", ["image/png"] = ".png", ["image/webp"] = ".webp", ["image/gif"] = ".gif", ["image/avif"] = ".avif",
        ["image/tiff"] = ".tiff", ["image/svg+xml"] = ".svg", ["image/bmp"] = ".bmp", ["image/heic"] = ".heic", ["image/vnd.microsoft.icon"] = ".ico",
        ["text/plain"] = ".txt", ["text/csv"] = ".csv", ["text/html"] = ".html", ["text/css"] = ".css", ["text/markdown"] = ".md",
        ["text/xml"] = ".xml", ["application/xml"] = ".xml", ["application/json"] = ".json", ["application/pdf"] = ".pdf",
        ["application/zip"] = ".zip", ["application/gzip"] = ".gz", ["application/msword"] = ".doc", ["application/vnd.ms-excel"] = ".xls",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = ".xlsx",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = ".pptx",
        ["audio/mpeg"] = ".mp3", ["audio/ogg"] = ".ogg", ["audio/wav"] = ".wav", ["audio/mp4"] = ".m4a", ["audio/flac"] = ".flac",
        ["video/mp4"] = ".mp4", ["video/webm"] = ".webm", ["video/quicktime"] = ".mov", ["font/woff"] = ".woff", ["font/woff2"] = ".woff2",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Pictures whose size and metadata are read, and those of them that others are made of.
    private static readonly FrozenSet<string> Readable = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "image/jpeg", "image/png", "image/webp", "image/gif", "image/tiff", "image/avif");

    private static readonly FrozenSet<string> Transformable = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "image/jpeg", "image/png", "image/webp", "image/tiff", "image/avif");

    private static readonly FrozenSet<string> Programs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "text/html", "text/xml", "application/xml", "text/javascript", "application/javascript", "application/ecmascript", "text/ecmascript",
        "application/x-javascript", "multipart/x-mixed-replace", "application/x-shockwave-flash");

    /// <summary>The extension of contents of this type, with its dot; empty for a type that is not known.</summary>
    public static string Extension(string? type) => type is not null && Extensions.TryGetValue(type, out var extension) ? extension : "";

    public static bool IsReadable(string? type) => type is not null && Readable.Contains(type);

    public static bool IsTransformable(string? type) => type is not null && Transformable.Contains(type);

    /// <summary>What a row says of its type, as a header may say it: without parameters, and nothing that is no type.</summary>
    public static string Plain(string? type)
    {
        var plain = type?.Split(';', 2)[0].Trim() ?? "";
        return Form().IsMatch(plain) ? plain : Any;
    }

    /// <summary>Whether a browser that opens such a content might run what is in it.</summary>
    public static bool MayRun(string type) => Programs.Contains(type) || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
