using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using Directus.Grpc.Server.Data;
using Directus.Grpc.Server.Data.Databases;
using Directus.Grpc.Server.Query.Planning;
using Directus.Grpc.Server.Query.Plans;

namespace Directus.Grpc.Server.Items.Rows;

/// <summary>Writes the rows of one level as JSON objects. Where a relation belongs it writes a placeholder of one byte and
/// notes the place and the key, so that the level below can be put there once it has been read.</summary>
internal sealed class RowRenderer
{
    private readonly Dialect _dialect;
    private readonly Cell[] _cells;
    private readonly int _keyOrdinal;
    private readonly SqlKind _keyKind;

    public RowRenderer(Dialect dialect, PlanNode node)
    {
        _dialect = dialect;
        var ordinal = node.Link is null ? 0 : 1;
        _cells = new Cell[node.Outputs.Length];
        for (var i = 0; i < _cells.Length; i++)
        {
            var name = JsonEncodedText.Encode(node.Outputs[i].Name, RowJson.Encoder);
            _cells[i] = node.Outputs[i] switch
            {
                PlanOutput.Value value => new Cell(name, ordinal++, CellWriters.For(value.Operand), SqlKind.Other),
                PlanOutput.One one => new Cell(name, ordinal++, null, one.ForeignKey.Kind),
                PlanOutput.Many { ShownKey: { } shown } => new Cell(name, ordinal++, null, shown.Kind),
                PlanOutput.Any any => new Cell(name, ordinal++, null, any.Key.Kind, any),
                _ => new Cell(name, -1, null, SqlKind.Other),
            };
            if (_cells[i].Any is not null) ordinal++;
        }

        _keyOrdinal = ordinal;
        _keyKind = node.Source.Collection.PrimaryKey.Kind;
    }

    /// <summary>Writes the current row. Holes are added to the list, their positions counted from the writer's start.</summary>
    public void Write(DbDataReader reader, Utf8JsonWriter json, List<Hole>? holes)
    {
        json.WriteStartObject();
        for (var i = 0; i < _cells.Length; i++)
        {
            ref readonly var cell = ref _cells[i];
            json.WritePropertyName(cell.Name);
            if (cell.Writer is null)
            {
                var (ordinal, kind) = cell.Ordinal < 0 ? (_keyOrdinal, _keyKind) : (cell.Ordinal, cell.Kind);
                var key = _dialect.Values.Value(reader, ordinal, kind);
                var branch = 0;
                if (cell.Any is { } any)
                {
                    var collection = reader.IsDBNull(cell.Ordinal + 1) ? "" : reader.GetString(cell.Ordinal + 1);
                    branch = BranchOf(any, collection);
                }

                json.WriteNumberValue(0);
                holes!.Add(new Hole(json.BytesCommitted + json.BytesPending - 1, i, branch, key));
            }
            else if (reader.IsDBNull(cell.Ordinal)) json.WriteNullValue();
            else cell.Writer(reader, cell.Ordinal, json, _dialect);
        }

        json.WriteEndObject();
    }

    private static int BranchOf(PlanOutput.Any any, string collection)
    {
        for (var i = 0; i < any.Targets.Length; i++)
            if (any.Targets[i].Source.Collection.Name == collection) return i;
        return Hole.NoBranch;
    }

    private readonly record struct Cell(JsonEncodedText Name, int Ordinal, CellWriter? Writer, SqlKind Kind, PlanOutput.Any? Any = null);
}

/// <summary>A place in a level's JSON that a relation fills: its one placeholder byte, the output, which of its levels below
/// (of a many-to-any: the collection's) and the key there.</summary>
internal readonly record struct Hole(long Position, int Output, int Branch, object? Key)
{
    public const int NoBranch = -1;
}
