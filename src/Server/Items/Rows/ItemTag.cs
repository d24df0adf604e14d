using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>The tag of an item: a hash of its own columns as they were answered, and which columns those are, so that the
/// same can be read again and compared. Columns are counted among those that the reader may read: what a tag tells is
/// nothing that its reader did not see.</summary>
internal static class ItemTag
{
    private const int HashBytes = 16;

    /// <param name="readable">The columns that the reader may read.</param>
    /// <param name="columns">Those of them that were answered.</param>
    /// <param name="json">The columns with their values as a JSON object.</param>
    public static string Of(IReadOnlyList<Field> readable, IReadOnlyList<Field> columns, ReadOnlySpan<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json, hash);
        var bytes = new List<byte>(HashBytes + 8);
        bytes.AddRange(hash[..HashBytes]);
        for (var i = 0; i < columns.Count;)
        {
            var start = PositionOf(columns[i], readable, i);
            var count = 1;
            while (i + count < columns.Count && start + count < readable.Count && columns[i + count] == readable[start + count]) count++;
            Append(bytes, start);
            Append(bytes, count);
            i += count;
        }

        return $"\"{Base64Url.EncodeToString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes))}\"";
    }

    /// <summary>The columns that a tag speaks of; false for what is no tag of these.</summary>
    public static bool TryReadColumns(string tag, IReadOnlyList<Field> readable, [NotNullWhen(true)] out List<Field>? columns)
    {
        columns = null;
        if (tag is not ['"', .., '"'] || !Base64Url.IsValid(tag.AsSpan(1, tag.Length - 2))) return false;
        var bytes = Base64Url.DecodeFromChars(tag.AsSpan(1, tag.Length - 2));
        if (bytes.Length <= HashBytes) return false;
        var found = new List<Field>();
        for (var at = HashBytes; at < bytes.Length;)
        {
            if (!TryRead(bytes, ref at, out var start) || !TryRead(bytes, ref at, out var count)) return false;
            // Each column is there once, so that no tag asks for more than there is.
            if (count == 0 || start + count > readable.Count || found.Count + count > readable.Count) return false;
            for (var i = start; i < start + count; i++) found.Add(readable[i]);
        }

        columns = found;
        return true;
    }

    // Mostly they are asked for in their order.
    private static int PositionOf(Field column, IReadOnlyList<Field> readable, int guess)
    {
        if (guess < readable.Count && readable[guess] == column) return guess;
        for (var i = 0; i < readable.Count; i++)
            if (readable[i] == column) return i;
        throw new InvalidOperationException($"{column} was answered but is not readable.");
    }

    // Seven bits in a byte, the lowest first; the eighth says that more follow.
    private static void Append(List<byte> bytes, int number)
    {
        for (; number > 0x7f; number >>= 7) bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, ref int at, out int number)
    {
        number = 0;
        for (var shift = 0; shift < 21 && at < bytes.Length; shift += 7)
        {
            var part = bytes[at++];
            number |= (part & 0x7f) << shift;
            if (part < 0x80) return true;
        }

        return false;
    }
}
