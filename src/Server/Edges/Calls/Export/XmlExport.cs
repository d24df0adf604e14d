using System.Text;
using System.Text.Json;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>XML: an element per field, an array as its elements one after the other, null as the word.</summary>
internal sealed class XmlExport : IExportFormat
{
    public string Name => "xml";

    public string ContentType => "text/xml; charset=utf-8";

    public string Extension => "xml";

    public async Task WriteAsync(ExportRows rows, Stream output, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        var xml = new XmlLayout(text);
        var any = false;
        text.Write("<?xml version='1.0'?>\n");
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            if (rows.IsOne) xml.Write("data", row);
            else
            {
                if (!any) xml.Open("data");
                xml.Write("data", row);
            }

            any = true;
            await text.FlushAsync(cancellation);
        }

        if (!any) xml.Write("data", default);
        else if (!rows.IsOne) xml.Close("data");
        await text.FlushAsync(cancellation);
    }
}
