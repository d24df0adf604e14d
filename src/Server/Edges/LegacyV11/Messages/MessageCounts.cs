using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Messages;

/// <summary>How many messages the caller has, and the newest: what all answers tell of them.</summary>
internal sealed record MessageCounts(long Read, long Unread, long Newest)
{
    /// <summary>Adds up what was counted by status.</summary>
    public static MessageCounts Of(IEnumerable<JsonElement> groups)
    {
        var counts = new MessageCounts(0, 0, 0);
        foreach (var group in groups)
        {
            var (count, newest) = (Number(group.GetProperty("count")), Number(group.GetProperty("max").GetProperty("id")));
            var read = LegacyParameters.TextOf(group.GetProperty("status")) == MessageTable.Read;
            counts = new MessageCounts(counts.Read + (read ? count : 0), counts.Unread + (read ? 0 : count), Math.Max(counts.Newest, newest));
        }

        return counts;
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("read"u8, Read);
        json.WriteNumber("unread"u8, Unread);
        json.WriteNumber("total"u8, Read + Unread);
        json.WriteNumber("max_id"u8, Newest);
        json.WriteString("type"u8, LegacyAnswer.CollectionType);
        json.WriteString("table"u8, MessageTable.Name);
        json.WriteEndObject();
    }

    private static long Number(JsonElement value) => long.TryParse(LegacyParameters.TextOf(value), out var number) ? number : 0;
}
