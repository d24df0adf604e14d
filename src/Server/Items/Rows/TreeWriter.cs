using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Query.Planning;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Copies rendered levels to the sink and fills the holes with the rows of the levels below.</summary>
internal sealed class TreeWriter(JsonSink sink)
{
    public void WriteArray(PlanNode node, RenderedLevel level)
    {
        sink.Write("["u8);
        for (var i = 0; i < level.Rows.Count; i++)
        {
            if (i > 0) sink.Write(","u8);
            WriteRow(node, level, i);
        }

        sink.Write("]"u8);
    }

    public void WriteRow(PlanNode node, RenderedLevel level, int index)
    {
        var row = level.Rows[index];
        var json = level.Json.Written.Span;
        var from = row.Start;
        for (var h = row.FirstHole; h < row.FirstHole + row.HoleCount; h++)
        {
            var hole = level.Holes[h];
            var at = row.Start + (int)hole.Position;
            sink.Write(json[from..at]);
            Fill(node.Outputs[hole.Output], level.Below[hole.Output], hole.Key);
            from = at + 1;
        }

        sink.Write(json[from..row.End]);
    }

    private void Fill(PlanOutput output, RenderedLevel? below, object? key)
    {
        var rows = below is not null && key is not null ? below.ByLink.GetValueOrDefault(key) : null;
        if (output is PlanOutput.One one)
        {
            if (rows is null) sink.Write("null"u8);
            else WriteRow(one.Target, below!, rows[0]);
            return;
        }

        var many = (PlanOutput.Many)output;
        sink.Write("["u8);
        for (var i = 0; rows is not null && i < rows.Count; i++)
        {
            if (i > 0) sink.Write(","u8);
            if (many.KeysOnly) WriteOnlyValue(below!, rows[i]);
            else WriteRow(many.Children, below!, rows[i]);
        }

        sink.Write("]"u8);
    }

    // {"id":5} → 5: the value between the first colon after the name and the closing brace.
    private void WriteOnlyValue(RenderedLevel level, int index)
    {
        var row = level.Rows[index];
        var json = level.Json.Written.Span[row.Start..row.End];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.Read();
        sink.Write(json[((int)reader.BytesConsumed)..^1]);
    }
}
