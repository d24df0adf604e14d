using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Directus.Grpc.Server.Edges.Calls.Export;

/// <summary>YAML in blocks.</summary>
internal sealed class YamlExport : IExportFormat
{
    private static readonly EmitterSettings Layout =
        new(bestIndent: 2, bestWidth: YamlText.Width, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: true, indentSequences: true,
            newLine: "\n");

    public string Name => "yaml";

    public string ContentType => "text/yaml; charset=utf-8";

    public string Extension => "yaml";

    public async Task WriteAsync(ExportRows rows, Stream output, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var yaml = new Emitter(text, Layout);
        yaml.Emit(new StreamStart());
        yaml.Emit(new DocumentStart(null, null, isImplicit: true));
        var started = false;
        await foreach (var row in rows.ReadAsync(cancellation))
        {
            if (!started && !rows.IsOne) StartSequence(yaml);
            started = true;
            Write(yaml, row);
            await text.FlushAsync(cancellation);
        }

        if (!started) StartSequence(yaml);
        if (!rows.IsOne) yaml.Emit(new SequenceEnd());
        yaml.Emit(new DocumentEnd(isImplicit: true));
        yaml.Emit(new StreamEnd());
        await text.FlushAsync(cancellation);
    }

    private static void Write(Emitter yaml, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                yaml.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, MappingStyle.Block));
                foreach (var property in value.EnumerateObject())
                {
                    Text(yaml, property.Name, YamlText.StyleOfKey(property.Name));
                    Write(yaml, property.Value);
                }

                yaml.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                StartSequence(yaml);
                foreach (var element in value.EnumerateArray()) Write(yaml, element);
                yaml.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String: Text(yaml, value.GetString()!, YamlText.StyleOf(value.GetString()!)); break;
            default: Text(yaml, value.GetRawText(), ScalarStyle.Plain); break;
        }
    }

    private static void StartSequence(Emitter yaml) =>
        yaml.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));

    private static void Text(Emitter yaml, string value, ScalarStyle style) =>
        yaml.Emit(new YamlScalar(AnchorName.Empty, TagName.Empty, value, style, isPlainImplicit: true, isQuotedImplicit: true));
}
