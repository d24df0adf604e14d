using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Sql;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes groups: {"status": "draft", "count": "3", "sum": {"pages": "80"}}.</summary>
internal static class AggregateWriter
{
    public static async Task WriteAsync(DbSession session, AggregatePlan plan, JsonSink sink, CancellationToken cancellation)
    {
        await using var command = session.CreateCommand(AggregateCompiler.Compile(session.Dialect, plan));
        await using var reader = await session.ExecuteReaderAsync(command, cancellation);
        using var json = new Utf8JsonWriter(sink, RowJson.WriterOptions);
        var cells = Cells(plan);
        json.WriteStartArray();
        while (await reader.ReadAsync(cancellation))
        {
            json.WriteStartObject();
            string? open = null;
            for (var i = 0; i < cells.Count; i++)
            {
                var cell = cells[i];
                if (open is not null && open != cell.Function)
                {
                    json.WriteEndObject();
                    open = null;
                }

                if (cell.Function is not null && open is null)
                {
                    json.WriteStartObject(cell.Function);
                    open = cell.Function;
                }

                json.WritePropertyName(cell.Name);
                if (reader.IsDBNull(cell.Ordinal)) json.WriteNullValue();
                else cell.Writer(reader, cell.Ordinal, json, session.Dialect);
            }

            if (open is not null) json.WriteEndObject();
            json.WriteEndObject();
            if (json.BytesPending < RowJson.FlushBytes) continue;
            json.Flush();
            await sink.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.Flush();
    }

    // The outputs of one function stand together, whatever the order they were asked in.
    private static List<Cell> Cells(AggregatePlan plan)
    {
        var cells = new List<Cell>();
        for (var i = 0; i < plan.GroupBy.Length; i++)
            cells.Add(new Cell(null, OperandPlanner.NameOf(plan.GroupBy[i].Path), i, CellWriters.For(plan.GroupBy[i].Operand)));
        var outputs = plan.Outputs.Select((output, i) => (Output: output, Ordinal: plan.GroupBy.Length + i));
        foreach (var group in outputs.GroupBy(entry => entry.Output.Function))
        {
            foreach (var (output, ordinal) in group.OrderBy(entry => entry.Output.Operand is null ? 0 : 1))
            {
                cells.Add(output.Operand is null
                    ? new Cell(null, output.Function, ordinal, CellWriters.Text(null))
                    : new Cell(output.Function, output.Operand.Field.Name, ordinal, Writer(output)));
            }
        }

        return cells;
    }

    private static CellWriter Writer(AggregateOutput output)
    {
        var field = output.Operand!.Field;
        if (output.Function.StartsWith("count", StringComparison.Ordinal)) return CellWriters.Text(null);
        if (field.Kind == SqlKind.Decimal) return CellWriters.Text(output.Function.StartsWith("avg", StringComparison.Ordinal) ? null : field.Column?.Scale);
        if (output.Function is "min" or "max" && field.Kind == SqlKind.Uuid) return CellWriters.Text(null);
        return field.Kind == SqlKind.Float || output.Function is "min" or "max" ? CellWriters.For(field) : CellWriters.Text(null);
    }

    private sealed record Cell(string? Function, string Name, int Ordinal, CellWriter Writer);
}
