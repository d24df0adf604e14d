using System.Buffers;
using System.Text.Json;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Copies rendered levels to the sink and fills the holes with the rows of the levels below.</summary>
internal sealed class TreeWriter(JsonSink sink)
{
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
            Fill(node.Outputs[hole.Output], hole, level.Below[hole.Output]);
            from = at + 1;
        }

        sink.Write(json[from..row.End]);
    }

    private void Fill(PlanOutput output, Hole hole, RenderedLevel?[] levels)
    {
        if (hole.Branch == Hole.NoBranch)
        {
            sink.Write("null"u8);
            return;
        }

        var below = levels.Length == 0 ? null : levels[hole.Branch];
        var branch = levels.Length == 0 ? null : output.Branches[hole.Branch];
        var rows = below is not null && LinkKey.In(hole.Key, branch!.Link!.Kind) is { } key ? below.ByLink.GetValueOrDefault(key) : null;
        if (output is PlanOutput.Many { ShownKey: not null } && hole.Key is null) sink.Write("null"u8);
        else if (output is PlanOutput.Many many) WriteMany(many, below, rows);
        else if (rows is null) sink.Write("null"u8);
        else if (output is PlanOutput.Any any && hole.Branch >= any.Asked) WriteOnlyValue(below!, rows[0]);
        else WriteRow(branch!, below!, rows[0]);
    }

    private void WriteMany(PlanOutput.Many many, RenderedLevel? below, List<int>? rows)
    {
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
