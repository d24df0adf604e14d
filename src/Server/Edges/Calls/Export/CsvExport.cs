using System.Text;
using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>Comma-separated values: objects become columns named by their path, arrays their JSON. Texts are always quoted,
/// as they are: who opens the file in a spreadsheet decides what a leading `=` means.</summary>
internal sealed class CsvExport(string name, bool byteOrderMark) : IExportFormat
{
    // Stored JSON may have spaces and lines of its own.
    private static readonly JsonSerializerOptions Compact = new() { Encoder = RowJson.Encoder, MaxDepth = 1000 };

    public string Name => name;

    public string ContentType => "text/csv; charset=utf-8";

    public string Extension => "csv";

    public async Task WriteAsync(ExportRows rows, Stream output, CancellationToken cancellation)
    {
        var columns = new CsvColumns();
        await foreach (var row in rows.ReadAsync(cancellation)) columns.Add(row);
        if (columns.Names.Count == 0) return;
        await using var text = new StreamWriter(output, new UTF8Encoding(byteOrderMark), leaveOpen: true);
        for (var i = 0; i < columns.Names.Count; i++)
        {
            if (i > 0) text.Write(',');
            Quote(text, columns.Names[i]);
        }

        var cells = new JsonElement[columns.Names.Count];
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            columns.Fill(row, cells);
            WriteRow(text, cells);
            await text.FlushAsync(cancellation);
        }
    }

    // A line ends where the next begins: the file has no line end at its end.
    private static void WriteRow(StreamWriter text, JsonElement[] cells)
    {
        text.Write('\n');
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Write(',');
            switch (cells[i].ValueKind)
            {
                case JsonValueKind.Undefined or JsonValueKind.Null: break;
                case JsonValueKind.String: Quote(text, cells[i].GetString()!); break;
                case JsonValueKind.Object or JsonValueKind.Array: Quote(text, JsonSerializer.Serialize(cells[i], Compact)); break;
                default: text.Write(cells[i].GetRawText()); break;
            }
        }
    }

    private static void Quote(StreamWriter text, string value)
    {
        text.Write('"');
        text.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }
}
