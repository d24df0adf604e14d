using System.Text.Json;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>JSON, one value a line, indented by tabs.</summary>
internal sealed class JsonExport : IExportFormat
{
    private const int FlushBytes = 32 * 1024;

    private static readonly JsonWriterOptions Layout = RowJson.WriterOptions with
    {
        Indented = true,
        IndentCharacter = '\t',
        IndentSize = 1,
        NewLine = "\n"
    };

    public string Name => "json";

    public string ContentType => "application/json; charset=utf-8";

    public string Extension => "json";

    public async Task WriteAsync(ExportRows rows, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output, Layout);
        var started = false;
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            if (!started && !rows.IsOne) json.WriteStartArray();
            started = true;
            row.WriteTo(json);
            if (json.BytesPending >= FlushBytes) await json.FlushAsync(cancellation);
        }

        if (!started) json.WriteStartArray();
        if (!rows.IsOne) json.WriteEndArray();
        await json.FlushAsync(cancellation);
    }
}
