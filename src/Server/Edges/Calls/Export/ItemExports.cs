using System.Collections.Frozen;
using System.Globalization;
using Directus.Grpc.Server.Edges.Calls.Spools;
using Directus.Grpc.Server.Items.Rows;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>Answers items as a file to download.</summary>
internal sealed class ItemExports(IEnumerable<IExportFormat> formats, SpoolSpace space, TimeProvider clock)
{
    private readonly FrozenDictionary<string, IExportFormat> _formats = formats.ToFrozenDictionary(format => format.Name, StringComparer.Ordinal);

    public IEnumerable<string> Names => _formats.Keys.Order(StringComparer.Ordinal);

    public IExportFormat? Find(string name) => _formats.GetValueOrDefault(name);

    /// <summary>A place for the rows of an export.</summary>
    public JsonSpool Spool() => new(space);

    /// <summary>Answers what the callback reads. All of it is read before the first byte is sent, so a refusal is a clean one.</summary>
    public async Task AnswerAsync(HttpCall http, string collection, string export, Func<JsonSink, Task> read, CancellationToken cancellation)
    {
        var format = _formats[export];
        await using var spool = new JsonSpool(space);
        await read(spool);
        var name = string.Create(CultureInfo.InvariantCulture, $"{collection} {clock.GetUtcNow():yyyyMMdd-HHmmss}.{format.Extension}");
        await http.AttachmentAsync(format.ContentType, name,
            sink => format.WriteAsync(new ExportRows(spool), new SinkStream(sink), cancellation));
    }
}
