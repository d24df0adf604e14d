using System.Runtime.InteropServices;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Writes items as rows: under the names and in the values of the old API, related ones in envelopes of their own.</summary>
internal static class RowWriter
{
    public static void Write(Utf8JsonWriter json, JsonElement item, RowShape shape)
    {
        json.WriteStartObject();
        foreach (var shown in shape.Columns)
        {
            json.WritePropertyName(shown.Name);
            var value = Value(item, shown.Column);
            if (shown.Rows is not null) WriteRelated(json, value, shown);
            else shown.Column.Form.Out(value.ValueKind == JsonValueKind.Undefined ? "null"u8 : JsonMarshal.GetRawUtf8Value(value), json);
        }

        json.WriteEndObject();
    }

    public static void WriteAll(Utf8JsonWriter json, IEnumerable<JsonElement> items, RowShape shape)
    {
        json.WriteStartArray();
        foreach (var item in items) Write(json, item, shape);
        json.WriteEndArray();
    }

    private static void WriteRelated(Utf8JsonWriter json, JsonElement value, ShownColumn shown)
    {
        var (rows, relation) = (shown.Rows!, shown.Column.Relation!);
        if (relation.Many) WriteMany(json, value, rows, relation.Far);
        else if (value.ValueKind == JsonValueKind.Object) LegacyAnswer.Item(rows.Table.Name, data => Write(data, value, rows)).Write(json);
        else json.WriteNullValue();
    }

    private static void WriteMany(Utf8JsonWriter json, JsonElement value, RowShape rows, string? far)
    {
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(item => far is null ? item : Far(item, far)) : [];
        var list = items.Where(item => item.ValueKind == JsonValueKind.Object).ToList();
        LegacyAnswer.Data(meta => WriteCounts(meta, rows.Table.Name, list.Count), data =>
        {
            data.WriteStartArray();
            foreach (var item in list) Write(data, item, rows);
            data.WriteEndArray();
        }).Write(json);
    }

    private static JsonElement Far(JsonElement junction, string far) =>
        junction.ValueKind == JsonValueKind.Object && junction.TryGetProperty(far, out var item) ? item : default;

    private static void WriteCounts(Utf8JsonWriter json, string table, int count)
    {
        json.WriteStartObject();
        json.WriteString("table"u8, table);
        json.WriteString("type"u8, "collection"u8);
        json.WriteNumber("total"u8, count);
        json.WriteNumber("total_entries"u8, count);
        json.WriteEndObject();
    }

    private static JsonElement Value(JsonElement item, LegacyColumn column) =>
        column.Source is { } source && item.TryGetProperty(source, out var value) ? value : default;
}
