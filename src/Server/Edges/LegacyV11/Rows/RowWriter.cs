using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.LegacyV11.Rows;

/// <summary>Writes items, which are given as JSON, as rows: under the names and in the values of the old API, related ones in envelopes
/// of their own. What stays as it is, mostly, is copied in one piece.</summary>
internal sealed class RowWriter(JsonSink sink) : IDisposable
{
    // Values that look otherwise, one at a time.
    private readonly Utf8JsonWriter _value = new(sink, RowJson.WriterOptions);

    /// <summary>Writes an array of items, or one as an object; answers how many there were.</summary>
    public int Write(ReadOnlySpan<byte> items, RowShape shape)
    {
        var reader = new Utf8JsonReader(items);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            WriteRow(items, ref reader, shape);
            return 1;
        }

        var count = 0;
        sink.Write("["u8);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) WriteNext(items, ref reader, shape, count++);
        sink.Write("]"u8);
        return count;
    }

    public void Dispose() => _value.Dispose();

    private void WriteNext(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, RowShape shape, int before)
    {
        if (before > 0) sink.Write(","u8);
        WriteRow(items, ref reader, shape);
    }

    private void WriteRow(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, RowShape shape)
    {
        if (shape.IsDirect) WriteDirectly(items, ref reader, shape);
        else WriteByName(items, ref reader, shape);
    }

    // Each column is a field of the same name, and they come in their order.
    private void WriteDirectly(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, RowShape shape)
    {
        var from = (int)reader.TokenStartIndex;
        for (var place = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; place++)
        {
            var shown = shape.At(place, ref reader);
            reader.Read();
            if (shown is null or { IsCopied: true })
            {
                reader.Skip();
                continue;
            }

            sink.Write(items[from..(int)reader.TokenStartIndex]);
            WriteValue(items, ref reader, shown);
            from = (int)reader.BytesConsumed;
        }

        sink.Write(items[from..(int)reader.BytesConsumed]);
    }

    // Several columns may show one field, and some show none.
    private void WriteByName(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, RowShape shape)
    {
        var fields = new Dictionary<string, (int Start, int End)>(StringComparer.Ordinal);
        var item = (int)reader.TokenStartIndex;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            fields[name] = (start, (int)reader.BytesConsumed);
        }

        for (var place = 0; place < shape.Columns.Length; place++)
        {
            var shown = shape.Columns[place];
            var found = shown.Column.Source is { } source && fields.TryGetValue(source, out var own) ? items[own.Start..own.End] : "null"u8;
            sink.Write(place == 0 ? "{\""u8 : ",\""u8);
            sink.Write(shown.Name.EncodedUtf8Bytes);
            sink.Write("\":"u8);
            if (shown.Column is { Hidden: false, Made: { } made })
            {
                WriteMade(items[item..(int)reader.BytesConsumed], made);
                continue;
            }

            var value = new Utf8JsonReader(found);
            value.Read();
            WriteValue(found, ref value, shown);
        }

        sink.Write(shape.Columns.IsEmpty ? "{}"u8 : "}"u8);
    }

    private void WriteValue(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, ShownColumn shown)
    {
        if (shown.Rows is null)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            _value.Reset();
            shown.Column.Form.Out(items[start..(int)reader.BytesConsumed], _value);
            _value.Flush();
        }
        else if (shown.Column.Relation!.Many) WriteMany(items, ref reader, shown.Rows, shown.Column.Relation.Far);
        else WriteOne(items, ref reader, shown.Rows);
    }

    private void WriteMade(ReadOnlySpan<byte> item, MadeValue made)
    {
        _value.Reset();
        made.Write(JsonElement.Parse(item), _value);
        _value.Flush();
    }

    private void WriteOne(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, RowShape rows)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            sink.Write("null"u8);
            return;
        }

        WriteMeta(rows.Table, null);
        WriteRow(items, ref reader, rows);
        sink.Write("}"u8);
    }

    private void WriteMany(ReadOnlySpan<byte> items, ref Utf8JsonReader reader, RowShape rows, string? far)
    {
        WriteMeta(rows.Table, Count(reader, far));
        sink.Write("["u8);
        for (var count = 0; Next(ref reader, far); count++)
        {
            WriteNext(items, ref reader, rows, count);
            if (far is not null) reader.Read();
        }

        sink.Write("]}"u8);
    }

    // The envelope of related rows up to their data.
    private void WriteMeta(LegacyTable table, int? count)
    {
        sink.Write("{\"meta\":"u8);
        _value.Reset();
        _value.WriteStartObject();
        _value.WriteString("table"u8, table.Name);
        _value.WriteString("type"u8, count is null ? LegacyAnswer.ItemType : LegacyAnswer.CollectionType);
        if (count is { } total)
        {
            _value.WriteNumber("total"u8, total);
            _value.WriteNumber("total_entries"u8, total);
        }

        _value.WriteEndObject();
        _value.Flush();
        sink.Write(",\"data\":"u8);
    }

    private static int Count(Utf8JsonReader ahead, string? far)
    {
        var count = 0;
        for (; Next(ref ahead, far); count++)
        {
            ahead.Skip();
            if (far is not null) ahead.Read();
        }

        return count;
    }

    // Goes on to the next object of a list; through a junction, to that behind its one field. What leads nowhere is passed over.
    private static bool Next(ref Utf8JsonReader reader, string? far)
    {
        if (reader.TokenType is JsonTokenType.Null) return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) continue;
            if (far is null) return true;
            reader.Read();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject) return true;
            reader.Read();
        }

        return false;
    }
}
