using System.Data.Common;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Catalogues;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes groups as JSON objects: {"status": "draft", "count": "3", "sum": {"pages": "80"}}.</summary>
/// <param name="dialect">Of the database.</param>
/// <param name="plan">The groups.</param>
/// <param name="first">Place of the first group's column.</param>
internal sealed class GroupRenderer(Dialect dialect, AggregatePlan plan, int first)
{
    private readonly List<Cell> _cells = Cells(plan, first);

    public void Write(DbDataReader reader, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        string? open = null;
        foreach (var cell in _cells)
        {
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
            else cell.Writer(reader, cell.Ordinal, json, dialect);
        }

        if (open is not null) json.WriteEndObject();
        json.WriteEndObject();
    }

    // The outputs of one function stand together, whatever the order they were asked in.
    private static List<Cell> Cells(AggregatePlan plan, int first)
    {
        var cells = new List<Cell>();
        for (var i = 0; i < plan.GroupBy.Length; i++)
            cells.Add(new Cell(null, OperandPlanner.NameOf(plan.GroupBy[i].Path), first + i, CellWriters.For(plan.GroupBy[i].Operand)));
        var outputs = plan.Outputs.Select((output, i) => (Output: output, Ordinal: first + plan.GroupBy.Length + i));
        foreach (var group in outputs.GroupBy(entry => entry.Output.Function))
        {
            foreach (var (output, ordinal) in group.OrderBy(entry => entry.Output.Operand is null ? 0 : 1))
            {
                cells.Add(output.Operand is null
                    ? new Cell(null, output.Function.Name, ordinal, CellWriters.Numeral(null))
                    : new Cell(output.Function.Name, output.Operand.Field.Name, ordinal, Writer(output)));
            }
        }

        return cells;
    }

    private static CellWriter Writer(AggregateOutput output)
    {
        var field = output.Operand!.Field;
        if (output.Function.Computes == Computation.Count) return CellWriters.Numeral(null);
        if (field.Kind == SqlKind.Decimal) return CellWriters.Numeral(output.Function.Computes == Computation.Average ? null : field.Column?.Scale);
        if (output.Function.IsExtreme && field.Kind == SqlKind.Uuid) return CellWriters.UuidText;
        return field.Kind.IsFloat() || output.Function.IsExtreme ? CellWriters.For(field) : CellWriters.Numeral(null);
    }

    private sealed record Cell(string? Function, string Name, int Ordinal, CellWriter Writer);
}
