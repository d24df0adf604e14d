using System.Text;
using System.Text.Json.Nodes;

namespace Directus.Grpc.Server.Files.Pictures;

/// <summary>Reads what IPTC says of a picture: datasets of the application record, `1C 02 number length value`.</summary>
internal static class IptcRecords
{
    private const int LongestValue = 32_000;

    public static JsonObject Read(ReadOnlySpan<byte> data)
    {
        var records = new JsonObject();
        var keywords = new JsonArray();
        // In a JPEG they may stand within a resource of Photoshop.
        for (var at = data.IndexOf([(byte)0x1C, (byte)0x02]); at >= 0 && at + 5 <= data.Length && data[at] == 0x1C;)
        {
            var (record, number) = (data[at + 1], data[at + 2]);
            var length = (data[at + 3] << 8) | data[at + 4];
            if (length > LongestValue || at + 5 + length > data.Length) break;
            var text = Encoding.UTF8.GetString(data.Slice(at + 5, length)).Replace("\0", "", StringComparison.Ordinal);
            at += 5 + length;
            if (record != 2 || text.Length == 0) continue;
            if (number == 25) keywords.Add(text);
            else if (Name(number) is { } name) records.TryAdd(name, text);
        }

        if (keywords.Count > 0) records["Keywords"] = keywords;
        return records;
    }

    private static string? Name(byte number) =>
        number switch { 5 => "ObjectName", 80 => "Byline", 105 => "Headline", 116 => "CopyrightNotice", 120 => "Caption", _ => null };
}
