using System.Globalization;
using System.Text.Json.Nodes;
using Directus.Grpc.Server.Kernel;

namespace Directus.Grpc.Server.Edges.Calls.Files;

/// <summary>A part of a content.</summary>
internal readonly record struct ByteRange(long Start, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>The part that a Range header asks for; null when it asks for all: it is none, or of several parts, which may be
    /// answered so. RANGE_NOT_SATISFIABLE when there is no such part.</summary>
    public static ByteRange? Parse(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)) return null;
        var text = header.AsSpan(Unit.Length).Trim();
        var dash = text.IndexOf('-');
        if (dash < 0 || text.Contains(',')) return null;
        if (!TryRead(text[..dash].Trim(), out var start) || !TryRead(text[(dash + 1)..].Trim(), out var end) || (start is null && end is null))
            return null;
        if (start is null)
            return end == 0 || size == 0 ? throw NotThere(null, end) : new ByteRange(Math.Max(0, size - end!.Value), Math.Min(size, end.Value));
        if (start >= size || start > end) throw NotThere(start, end);
        return new ByteRange(start.Value, Math.Min(end ?? long.MaxValue, size - 1) - start.Value + 1);
    }

    /// <summary>The part of a request that names it by numbers.</summary>
    public static ByteRange Of(long offset, long length, long size)
    {
        if (offset < 0 || length < 0 || offset > size) throw NotThere(offset, offset + length);
        return new ByteRange(offset, length == 0 ? size - offset : Math.Min(length, size - offset));
    }

    private static bool TryRead(ReadOnlySpan<char> text, out long? number)
    {
        number = null;
        if (text.IsEmpty) return true;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return false;
        number = read;
        return true;
    }

    private static DirectusException NotThere(long? start, long? end)
    {
        var range = new JsonObject();
        if (start is not null) range["start"] = start;
        if (end is not null) range["end"] = end;
        return new DirectusException([new DirectusError(ErrorCodes.RangeNotSatisfiable,
            $"Range \"{start}-{end}\" is invalid or the file's size doesn't match the requested range.",
            new Dictionary<string, object?> { ["range"] = range })]);
    }
}
